/** The promises to clients, newsrooms and operators, kept by the whole stack on real stores. */
@NullMarked
package extrablatt.e2e;

import org.jspecify.annotations.NullMarked;
