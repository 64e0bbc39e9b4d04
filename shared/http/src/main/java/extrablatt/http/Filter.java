package extrablatt.http;

/** Wraps an endpoint in what several have in common. */
@FunctionalInterface
public interface Filter {
  /** The endpoint with the filter around it. */
  Endpoint around(Endpoint endpoint);
}
