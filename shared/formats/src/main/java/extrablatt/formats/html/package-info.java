/** The inline HTML that texts may hold. */
@NullMarked
package extrablatt.formats.html;

import org.jspecify.annotations.NullMarked;
