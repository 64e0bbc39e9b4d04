package extrablatt.http;

/** Answers requests; what it refuses it throws. */
@FunctionalInterface
public interface Endpoint {
  /**
   * The answer.
   *
   * @throws Refusal if the request is not as it should be
   */
  Response handle(Request request);
}
