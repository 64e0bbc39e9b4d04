/** Articles by S3 drop: the queue's consumer, and that of its dead-letter queue. */
@NullMarked
package extrablatt.ingest;

import org.jspecify.annotations.NullMarked;
