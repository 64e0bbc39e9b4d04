/** The Delivery API: every public read. It ships what was rendered and parses no stored JSON. */
@NullMarked
package extrablatt.delivery;

import org.jspecify.annotations.NullMarked;
