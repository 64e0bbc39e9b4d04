package extrablatt.contract;

import java.util.Set;

/**
 * A route and what opens it: any one of the scopes; without scopes everybody may call it.
 *
 * @param method upper case
 */
record Operation(String method, String path, Set<String> scopes) {
  Operation {
    scopes = Set.copyOf(scopes);
  }

  /** As API Gateway writes it into its events. */
  String routeKey() {
    return method + " " + path;
  }
}
