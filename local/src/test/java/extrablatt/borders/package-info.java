/** What the public reads at the exact borders of a teaser's window and of its countries. */
@NullMarked
package extrablatt.borders;

import org.jspecify.annotations.NullMarked;
