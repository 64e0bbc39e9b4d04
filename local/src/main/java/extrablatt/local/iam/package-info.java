/** What each function's role lets it do, checked at every call of a store, queue or socket. */
@NullMarked
package extrablatt.local.iam;

import org.jspecify.annotations.NullMarked;
