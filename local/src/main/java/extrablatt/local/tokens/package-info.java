/** The key and the tokens of the local stack's own issuer. */
@NullMarked
package extrablatt.local.tokens;

import org.jspecify.annotations.NullMarked;
