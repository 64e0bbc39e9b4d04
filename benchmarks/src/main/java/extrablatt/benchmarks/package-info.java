/** What the stores cost and how long a function takes to start, measured. */
@NullMarked
package extrablatt.benchmarks;

import org.jspecify.annotations.NullMarked;
