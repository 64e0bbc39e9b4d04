package extrablatt.benchmarks.liveblogs;

import java.io.ByteArrayOutputStream;
import java.io.OutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/** Takes the lines that functions print, one a call, and keeps those that tell of a failure. */
final class FunctionLog extends OutputStream {
  private static final int MOST = 20;

  private final ByteArrayOutputStream line = new ByteArrayOutputStream();
  private final List<String> failures = new ArrayList<>();

  PrintStream stream() {
    return new PrintStream(this, true, StandardCharsets.UTF_8);
  }

  @Override
  public synchronized void write(int letter) {
    if (letter != '\n') line.write(letter);
    else {
      var text = line.toString(StandardCharsets.UTF_8);
      if (text.contains("\"failure\"") && failures.size() < MOST) failures.add(text);
      line.reset();
    }
  }

  @Override
  public synchronized void write(byte[] bytes, int start, int length) {
    for (int i = start; i < start + length; i++) write(bytes[i]);
  }

  synchronized List<String> failures() {
    return List.copyOf(failures);
  }
}
