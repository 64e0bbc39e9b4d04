/** The Newsroom API of articles and receipts, and the dry run of documents. */
@NullMarked
package extrablatt.articles;

import org.jspecify.annotations.NullMarked;
