/** Liveblogs under faults: that none of their readers ever loses, doubles or reorders an entry. */
@NullMarked
package extrablatt.benchmarks.liveblogs;

import org.jspecify.annotations.NullMarked;
