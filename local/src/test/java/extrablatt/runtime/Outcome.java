package extrablatt.runtime;

import java.nio.charset.StandardCharsets;

/** What Lambda learns of one call of a function. */
public sealed interface Outcome {

  /** The function's answer. */
  record Answered(String answer) implements Outcome {
    Answered(byte[] answer) {
      this(new String(answer, StandardCharsets.UTF_8));
    }
  }

  /** The function threw something, and the runtime reported it; {@code type} is its class. */
  record Failed(String type, String message) implements Outcome {}

  /** The deadline passed first, and the process was killed. */
  record TimedOut() implements Outcome {}

  /** The process ended by itself before it answered. */
  record Ended(int exitCode) implements Outcome {}
}
