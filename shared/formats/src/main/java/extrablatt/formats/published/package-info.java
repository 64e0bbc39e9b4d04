/** How the public can have an article in formats other than our JSON. */
@NullMarked
package extrablatt.formats.published;

import org.jspecify.annotations.NullMarked;
