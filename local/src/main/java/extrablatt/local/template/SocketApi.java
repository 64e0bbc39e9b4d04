package extrablatt.local.template;

import java.util.Map;

/**
 * A WebSocket API of the template.
 *
 * @param selection the field of a message's body that names its route, as a JSON Pointer
 * @param routes by route key: {@code $connect}, {@code $disconnect}, {@code $default} and others
 */
public record SocketApi(String id, String stage, String selection, Map<String, Route> routes) {

  public SocketApi {
    routes = Map.copyOf(routes);
  }

  /**
   * What becomes of a message.
   *
   * @param function the function's logical id
   * @param answers whether the function's answer is sent to the client
   */
  public record Route(String function, boolean answers) {}
}
