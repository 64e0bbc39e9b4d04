/** Messages about dropped objects, and what is done with them. */
@NullMarked
package extrablatt.formats.drops;

import org.jspecify.annotations.NullMarked;
