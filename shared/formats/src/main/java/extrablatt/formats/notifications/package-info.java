/** What the drop bucket says when something has been dropped. */
@NullMarked
package extrablatt.formats.notifications;

import org.jspecify.annotations.NullMarked;
