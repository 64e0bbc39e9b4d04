@NullMarked
package extrablatt.benchmarks.liveblogs;

import org.jspecify.annotations.NullMarked;
