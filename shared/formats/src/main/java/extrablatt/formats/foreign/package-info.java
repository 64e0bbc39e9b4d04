/** Formats of other systems, and what of them an article of ours can hold. */
@NullMarked
package extrablatt.formats.foreign;

import org.jspecify.annotations.NullMarked;
