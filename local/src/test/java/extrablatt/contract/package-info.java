/** Whether the template, the contract and the handlers say the same. */
@NullMarked
package extrablatt.contract;

import org.jspecify.annotations.NullMarked;
