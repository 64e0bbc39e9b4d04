package extrablatt.e2e;

import extrablatt.runtime.LambdaProcess;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.Executor;
import java.util.concurrent.TimeUnit;

/** Several processes of one function, as Lambda has them under load. */
record BuiltPool(List<LambdaProcess> processes) implements AutoCloseable {
  /** A thread of its own for whoever waits: the common pool has too few. */
  static final Executor THREADS = task -> Thread.ofPlatform().daemon().start(task);

  private static final long LONGEST_MINUTES = 2;

  /** What a free process is given to do. */
  @FunctionalInterface
  interface Work<T> {
    void on(LambdaProcess process, T thing) throws Exception;
  }

  /**
   * Starts them one after the other: the runtime client unpacks its native library to one place of
   * this machine, which on Lambda each process has to itself.
   */
  static BuiltPool start(BuiltFunctions functions, String function, int size)
      throws IOException, InterruptedException {
    var processes = new ArrayList<LambdaProcess>();
    for (int i = 0; i < size; i++) {
      var process = functions.start(function);
      processes.add(process);
      process.beginning();
    }
    return new BuiltPool(processes);
  }

  /** Works all things off, each on the first process that is free, all processes at once. */
  <T> void share(Collection<T> things, Work<T> work) throws Exception {
    for (var process : processes) process.beginning();
    var left = new ConcurrentLinkedQueue<>(things);
    run(process -> {
      for (var thing = left.poll(); thing != null; thing = left.poll()) work.on(process, thing);
    });
  }

  /** Gives one thing to all processes at once. */
  <T> void each(T thing, Work<T> work) throws Exception {
    for (var process : processes) process.beginning();
    run(process -> work.on(process, thing));
  }

  private interface Shift {
    void on(LambdaProcess process) throws Exception;
  }

  private void run(Shift shift) {
    var shifts =
        processes.stream()
            .map(process -> CompletableFuture.runAsync(() -> work(shift, process), THREADS))
            .toList();
    CompletableFuture.allOf(shifts.toArray(CompletableFuture<?>[]::new))
        .orTimeout(LONGEST_MINUTES, TimeUnit.MINUTES)
        .join();
  }

  private static void work(Shift shift, LambdaProcess process) {
    try {
      shift.on(process);
    } catch (Exception e) {
      throw new IllegalStateException(e);
    }
  }

  @Override
  public void close() throws IOException {
    for (var process : processes) process.close();
  }
}
