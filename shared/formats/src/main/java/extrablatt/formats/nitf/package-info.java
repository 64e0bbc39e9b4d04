/** NITF, IPTC's markup of news texts. */
@NullMarked
package extrablatt.formats.nitf;

import org.jspecify.annotations.NullMarked;
