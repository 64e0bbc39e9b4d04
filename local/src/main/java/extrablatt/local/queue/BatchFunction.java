package extrablatt.local.queue;

import java.util.List;
import java.util.Set;

/** What a queue's messages are given to. */
@FunctionalInterface
public interface BatchFunction {
  /**
   * @return the ids of the messages that failed; an exception says that all did
   */
  Set<String> handle(List<Message> batch) throws Exception;
}
