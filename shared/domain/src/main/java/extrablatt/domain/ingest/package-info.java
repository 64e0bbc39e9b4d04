/** Ingest: what becomes of a document that was dropped, and the receipt that says so. */
@NullMarked
package extrablatt.domain.ingest;

import org.jspecify.annotations.NullMarked;
