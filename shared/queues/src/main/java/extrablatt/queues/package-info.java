/** Batches of a queue's messages, as Lambda hands them over. */
@NullMarked
package extrablatt.queues;

import org.jspecify.annotations.NullMarked;
