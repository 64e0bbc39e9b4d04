/** The Newsroom API of video teasers. */
@NullMarked
package extrablatt.videos;

import org.jspecify.annotations.NullMarked;
