/** Push: who wants to hear that a liveblog has changes, and how they are told. */
@NullMarked
package extrablatt.domain.push;

import org.jspecify.annotations.NullMarked;
