/** NewsML-G2, IPTC's exchange of news items. */
@NullMarked
package extrablatt.formats.newsml;

import org.jspecify.annotations.NullMarked;
