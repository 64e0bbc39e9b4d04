/** RSS and Atom. */
@NullMarked
package extrablatt.formats.feed;

import org.jspecify.annotations.NullMarked;
