/** Tries a new version of the delivery function before readers get it. */
@NullMarked
package extrablatt.smoke;

import org.jspecify.annotations.NullMarked;
