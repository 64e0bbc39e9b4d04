package extrablatt.local.functions;

import org.jspecify.annotations.Nullable;

/**
 * A function that cannot be started, or whose call ended in an error; the cause is the function's
 * own.
 */
public final class FunctionError extends RuntimeException {

  FunctionError(String function, String message) {
    this(function, message, null);
  }

  FunctionError(String function, String message, @Nullable Throwable cause) {
    super(function + ": " + message, cause);
  }
}
