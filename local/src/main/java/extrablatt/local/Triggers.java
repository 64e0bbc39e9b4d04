package extrablatt.local;

import extrablatt.local.disk.DurableFiles;
import extrablatt.local.disk.MemoryFolder;
import extrablatt.local.functions.FunctionHost;
import extrablatt.local.schedules.Schedules;
import extrablatt.local.template.SamTemplate;
import extrablatt.local.template.Trigger;
import java.nio.file.Path;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Calls the template's functions by its queues, streams and schedules. */
final class Triggers implements AutoCloseable {
  private final List<AutoCloseable> parts = new ArrayList<>();

  private Triggers() {}

  /**
   * @param data the folder that keeps how far the streams were read; null keeps it in memory
   */
  static Triggers start(
      SamTemplate template,
      FunctionHost functions,
      LocalServices services,
      @Nullable Path data,
      Clock clock) {
    var positions =
        data == null ? MemoryFolder.create() : DurableFiles.folder(data.resolve("streams"));
    var triggers = new Triggers();
    try {
      for (var function : template.functions()) {
        for (var trigger : function.triggers()) {
          part(function.id(), trigger, functions, services, positions, clock)
              .ifPresent(triggers.parts::add);
        }
      }
      return triggers;
    } catch (RuntimeException e) {
      triggers.close();
      throw e;
    }
  }

  private static Optional<? extends AutoCloseable> part(
      String function,
      Trigger trigger,
      FunctionHost functions,
      LocalServices services,
      Path positions,
      Clock clock) {
    return switch (trigger) {
      case Trigger.Sqs sqs ->
          Optional.of(QueueTrigger.start(function, sqs, functions, services.queues()));
      case Trigger.Stream stream ->
          Optional.of(StreamTrigger.start(function, stream, functions, services, positions, clock));
      case Trigger.Schedule schedule -> Schedules.start(function, schedule, functions::call, clock);
    };
  }

  /** All at once, since each may wait for its running calls. */
  @Override
  public void close() {
    var closing = parts.stream().map(it -> Thread.startVirtualThread(() -> close(it))).toList();
    try {
      for (var thread : closing) {
        thread.join();
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  private static void close(AutoCloseable part) {
    try {
      part.close();
    } catch (Exception e) {
      throw new IllegalStateException("a trigger did not close", e);
    }
  }
}
