/** Media: files that come in, what they say of themselves, and how they are handed out. */
@NullMarked
package extrablatt.domain.media;

import org.jspecify.annotations.NullMarked;
