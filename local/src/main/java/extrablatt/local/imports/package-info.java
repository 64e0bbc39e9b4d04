/** Bulk import: many files into the drop bucket, and what became of each. */
@NullMarked
package extrablatt.local.imports;

import org.jspecify.annotations.NullMarked;
