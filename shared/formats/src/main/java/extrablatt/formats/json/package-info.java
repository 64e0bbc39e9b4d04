/** Our JSON: what the APIs and the drop bucket take in and what goes out. */
@NullMarked
package extrablatt.formats.json;

import org.jspecify.annotations.NullMarked;
