/** Lambda around the built jars: its Runtime API, its runtime client, its time-outs. */
@NullMarked
package extrablatt.runtime;

import org.jspecify.annotations.NullMarked;
