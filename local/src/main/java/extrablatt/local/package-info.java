/** The local stack: the stores and queues that AWS has, in one JVM. */
@NullMarked
package extrablatt.local;

import org.jspecify.annotations.NullMarked;
