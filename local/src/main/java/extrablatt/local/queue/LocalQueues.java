package extrablatt.local.queue;

import extrablatt.local.disk.MemoryFolder;
import java.nio.file.Path;
import java.time.Clock;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The queues of the local stack, by their names. */
public final class LocalQueues {
  private final Map<String, LocalQueue> queues;

  private LocalQueues(Map<String, LocalQueue> queues) {
    this.queues = Collections.unmodifiableMap(queues);
  }

  /**
   * Opens the queues with the messages they held.
   *
   * @param folder where messages are kept; null keeps them in memory
   * @throws IllegalArgumentException if a dead-letter queue is not among the queues
   */
  public static LocalQueues open(@Nullable Path folder, List<QueueSettings> settings, Clock clock) {
    var home = folder == null ? MemoryFolder.create() : folder;
    var queues = new LinkedHashMap<String, LocalQueue>();
    for (var each : deadLetterQueuesFirst(settings)) {
      var target = each.deadLetterQueue();
      var files = new QueueFolder(home.resolve(each.name()));
      var deadLetterQueue = target == null ? null : queues.get(target);
      queues.put(each.name(), new LocalQueue(each, files, deadLetterQueue, clock));
    }
    return new LocalQueues(queues);
  }

  public Optional<LocalQueue> find(String name) {
    return Optional.ofNullable(queues.get(name));
  }

  /**
   * @throws IllegalArgumentException if there is none of that name
   */
  public LocalQueue queue(String name) {
    return find(name).orElseThrow(() -> new IllegalArgumentException("There is no queue " + name));
  }

  public List<String> names() {
    return queues.keySet().stream().sorted().toList();
  }

  private static List<QueueSettings> deadLetterQueuesFirst(List<QueueSettings> settings) {
    var waiting = new ArrayDeque<>(settings);
    var sorted = new ArrayList<QueueSettings>();
    var names = new ArrayList<@Nullable String>();
    names.add(null);
    for (var passed = 0; !waiting.isEmpty(); ) {
      var next = waiting.removeFirst();
      if (names.contains(next.deadLetterQueue())) {
        sorted.add(next);
        names.add(next.name());
        passed = 0;
      } else {
        waiting.addLast(next);
        if (++passed > waiting.size()) {
          throw new IllegalArgumentException(
              next.name() + " has no dead-letter queue " + next.deadLetterQueue());
        }
      }
    }
    return sorted;
  }
}
