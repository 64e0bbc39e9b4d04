/** Has dropped documents taken in once more, through the Newsroom API. */
@NullMarked
package extrablatt.local.replay;

import org.jspecify.annotations.NullMarked;
