/** S3 on this machine, with versions and notifications for the buckets that ask for them. */
@NullMarked
package extrablatt.local.s3;

import org.jspecify.annotations.NullMarked;
