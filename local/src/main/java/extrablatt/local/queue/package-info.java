/** Queues like SQS's standard queues, and what consumes them. */
@NullMarked
package extrablatt.local.queue;

import org.jspecify.annotations.NullMarked;
