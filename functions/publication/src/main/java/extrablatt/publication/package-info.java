/** What follows from a change of the table: articles rendered anew, sockets told. */
@NullMarked
package extrablatt.publication;

import org.jspecify.annotations.NullMarked;
