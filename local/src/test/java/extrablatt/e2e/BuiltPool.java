package extrablatt.e2e;

import extrablatt.runtime.LambdaProcess;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

/** Several processes of one function, as Lambda has them under load. */
record BuiltPool(List<LambdaProcess> processes) implements AutoCloseable {

  /** What a free process is given to do. */
  @FunctionalInterface
  interface Work<T> {
    void on(LambdaProcess process, T thing) throws Exception;
  }

  static BuiltPool start(BuiltFunctions functions, String function, int size) throws IOException {
    var processes = new ArrayList<LambdaProcess>();
    for (int i = 0; i < size; i++) processes.add(functions.start(function));
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

  private void run(Shift shift) throws Exception {
    try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
      var shifts =
          processes.stream()
              .<Callable<Boolean>>map(process ->
                  () -> {
                    shift.on(process);
                    return true;
                  })
              .toList();
      for (Future<Boolean> done : threads.invokeAll(shifts)) done.get();
    }
  }

  @Override
  public void close() throws IOException {
    for (var process : processes) process.close();
  }
}
