/** dpa-digitalwires, the JSON of dpa and agencies beside it. */
@NullMarked
package extrablatt.formats.dpa;

import org.jspecify.annotations.NullMarked;
