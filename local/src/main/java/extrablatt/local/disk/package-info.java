/** Files that are whole after a crash. */
@NullMarked
package extrablatt.local.disk;

import org.jspecify.annotations.NullMarked;
