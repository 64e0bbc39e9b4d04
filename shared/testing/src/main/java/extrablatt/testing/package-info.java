/** What tests share: stores in memory, the contracts that every store obeys, and faults. */
@NullMarked
package extrablatt.testing;

import org.jspecify.annotations.NullMarked;
