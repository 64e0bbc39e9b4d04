/** ANS, the Arc Native Specification. */
@NullMarked
package extrablatt.formats.ans;

import org.jspecify.annotations.NullMarked;
