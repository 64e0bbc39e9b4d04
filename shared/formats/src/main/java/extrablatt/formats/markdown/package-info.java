/** Markdown with front matter. */
@NullMarked
package extrablatt.formats.markdown;

import org.jspecify.annotations.NullMarked;
