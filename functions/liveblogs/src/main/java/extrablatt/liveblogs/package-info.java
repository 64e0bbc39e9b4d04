/** The Newsroom API of liveblogs and their entries, and the sweep of those that are due. */
@NullMarked
package extrablatt.liveblogs;

import org.jspecify.annotations.NullMarked;
