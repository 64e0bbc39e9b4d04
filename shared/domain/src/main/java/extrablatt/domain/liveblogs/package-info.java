/** Liveblogs: their entries, and the log of all changes, numbered without gaps. */
@NullMarked
package extrablatt.domain.liveblogs;

import org.jspecify.annotations.NullMarked;
