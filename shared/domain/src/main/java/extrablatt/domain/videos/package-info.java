/** Video teasers: the metadata of a video that a reader meets before playing it. */
@NullMarked
package extrablatt.domain.videos;

import org.jspecify.annotations.NullMarked;
