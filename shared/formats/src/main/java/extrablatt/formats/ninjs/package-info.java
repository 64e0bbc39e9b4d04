/** ninjs, IPTC's news in JSON. */
@NullMarked
package extrablatt.formats.ninjs;

import org.jspecify.annotations.NullMarked;
