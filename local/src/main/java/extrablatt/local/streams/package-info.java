/** Feeds the changes of tables to functions. */
@NullMarked
package extrablatt.local.streams;

import org.jspecify.annotations.NullMarked;
