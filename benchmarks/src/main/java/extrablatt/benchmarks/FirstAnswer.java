package extrablatt.benchmarks;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.InputStream;
import java.io.OutputStream;
import java.lang.reflect.Method;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Arrays;

/**
 * A new process with one function, which answers one event: {@code FirstAnswer jar class event}.
 * The jar is loaded as Lambda loads it, through a class loader of its own.
 */
public final class FirstAnswer {
  static final String MARK = "answered";

  private FirstAnswer() {}

  public static void main(String[] arguments) throws Exception {
    var start = System.nanoTime();
    var jar = new URL[] {Path.of(arguments[0]).toUri().toURL()};
    var answer = new ByteArrayOutputStream();
    long ready;
    try (var loader = new URLClassLoader(jar, ClassLoader.getPlatformClassLoader())) {
      var function = loader.loadClass(arguments[1]).getConstructor().newInstance();
      ready = System.nanoTime();
      var event = new ByteArrayInputStream(arguments[2].getBytes(StandardCharsets.UTF_8));
      handler(function).invoke(function, event, answer, null);
    }
    var end = System.nanoTime();
    var text = answer.toString(StandardCharsets.UTF_8);
    if (!text.contains("\"statusCode\":200")) throw new IllegalStateException(text);
    var processor = ProcessHandle.current().info().totalCpuDuration().orElseThrow().toNanos();
    System.out.printf("%s %d %d %d%n", MARK, ready - start, end - ready, processor);
  }

  private static Method handler(Object function) {
    return Arrays.stream(function.getClass().getMethods())
        .filter(method -> method.getName().equals("handleRequest") && !method.isBridge())
        .filter(method -> method.getParameterTypes()[0] == InputStream.class)
        .filter(method -> method.getParameterTypes()[1] == OutputStream.class)
        .findFirst()
        .orElseThrow();
  }
}
