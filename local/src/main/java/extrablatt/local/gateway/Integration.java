package extrablatt.local.gateway;

import java.time.Duration;
import java.util.concurrent.TimeoutException;

/** Calls the function behind a route. */
@FunctionalInterface
public interface Integration {

  /**
   * The function's answer to an event, both JSON; throws {@link TimeoutException} where there is
   * none after the limit, and any other exception where the function fails.
   */
  byte[] call(String function, byte[] event, Duration limit)
      throws TimeoutException, InterruptedException;
}
