/** HTML pages with schema.org's JSON-LD. */
@NullMarked
package extrablatt.formats.page;

import org.jspecify.annotations.NullMarked;
