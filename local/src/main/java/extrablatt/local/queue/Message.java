package extrablatt.local.queue;

import java.time.Instant;

/**
 * A message as one receiver holds it.
 *
 * @param receiptHandle deletes the message, until somebody else receives it
 * @param receiveCount how often it was given out, this time included
 */
public record Message(
    String id,
    String receiptHandle,
    String body,
    int receiveCount,
    Instant sentAt,
    Instant firstReceivedAt) {}
