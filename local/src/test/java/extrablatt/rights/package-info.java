/** What comes after all other tests: whether the roles list more than any of them needed. */
@NullMarked
package extrablatt.rights;

import org.jspecify.annotations.NullMarked;
