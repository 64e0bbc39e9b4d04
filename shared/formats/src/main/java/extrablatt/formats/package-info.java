/** Every document format that we take in, and how the right one is found. */
@NullMarked
package extrablatt.formats;

import org.jspecify.annotations.NullMarked;
