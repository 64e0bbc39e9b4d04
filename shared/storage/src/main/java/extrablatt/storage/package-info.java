/** DynamoDB, S3 and SQS behind the domain's interfaces; docs/data-model.md names the rows. */
@NullMarked
package extrablatt.storage;

import org.jspecify.annotations.NullMarked;
