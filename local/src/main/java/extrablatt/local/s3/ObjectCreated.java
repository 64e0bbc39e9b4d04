package extrablatt.local.s3;

import java.time.Instant;

/**
 * An object that was written to a bucket with versions.
 *
 * @param sequencer hexadecimal digits, greater than those of every earlier write of the key
 * @param eTag without quotation marks
 * @param eventName such as {@code ObjectCreated:Put}
 */
public record ObjectCreated(
    String bucket,
    String key,
    String versionId,
    String sequencer,
    long size,
    String eTag,
    Instant eventTime,
    String eventName) {}
