/**
 * What the public reads: rows that were rendered when something was published, and when each is
 * visible.
 */
@NullMarked
package extrablatt.domain.delivery;

import org.jspecify.annotations.NullMarked;
