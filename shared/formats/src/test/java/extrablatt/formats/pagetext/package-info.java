@NullMarked
package extrablatt.formats.pagetext;

import org.jspecify.annotations.NullMarked;
