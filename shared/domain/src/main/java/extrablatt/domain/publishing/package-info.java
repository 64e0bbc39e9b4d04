/** What articles and teasers have in common: revisions, spans of visibility, lists, slugs. */
@NullMarked
package extrablatt.domain.publishing;

import org.jspecify.annotations.NullMarked;
