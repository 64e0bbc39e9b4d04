/** HTML and XML as foreign formats carry them, and the blocks that they come to. */
@NullMarked
package extrablatt.formats.markup;

import org.jspecify.annotations.NullMarked;
