/** Articles: their content, the rules it obeys, and the desk that saves and publishes them. */
@NullMarked
package extrablatt.domain.articles;

import org.jspecify.annotations.NullMarked;
