/** Calls functions in a rhythm. */
@NullMarked
package extrablatt.local.schedules;

import org.jspecify.annotations.NullMarked;
