/** ZIP archives of documents. */
@NullMarked
package extrablatt.formats.archive;

import org.jspecify.annotations.NullMarked;
