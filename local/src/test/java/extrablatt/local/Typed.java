package extrablatt.local;

import java.io.PrintWriter;
import java.io.StringWriter;

/** A command as it was typed, and what came of it. */
public record Typed(int code, String out, String err) {
  /** Runs a command as the launcher does. */
  public static Typed run(String... arguments) {
    var out = new StringWriter();
    var err = new StringWriter();
    int code =
        Main.commandLine()
            .setOut(new PrintWriter(out, true))
            .setErr(new PrintWriter(err, true))
            .execute(arguments);
    return new Typed(code, out.toString(), err.toString());
  }
}
