/** Lines of the log: JSON that CloudWatch searches, and that holds its metrics. */
@NullMarked
package extrablatt.log;

import org.jspecify.annotations.NullMarked;
