/** What every part of the domain shares: ids, faults, and the ways in which publishing can fail. */
@NullMarked
package extrablatt.domain;

import org.jspecify.annotations.NullMarked;
