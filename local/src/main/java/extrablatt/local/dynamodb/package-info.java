/** DynamoDB on this machine. */
@NullMarked
package extrablatt.local.dynamodb;

import org.jspecify.annotations.NullMarked;
