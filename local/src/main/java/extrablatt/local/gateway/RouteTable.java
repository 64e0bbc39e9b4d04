package extrablatt.local.gateway;

import extrablatt.local.template.Route;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Finds the route of a request as API Gateway does: the most specific path, then the method before
 * ANY.
 */
final class RouteTable {
  private final List<Entry> entries;
  private final Optional<Route> standard;

  RouteTable(List<Route> routes) {
    this.entries =
        routes.stream()
            .filter(route -> !route.path().equals(Route.DEFAULT))
            .map(route -> new Entry(PathTemplate.of(route.path()), route))
            .sorted(Comparator.comparing(Entry::path).thenComparing(Entry::takesAny))
            .toList();
    this.standard = routes.stream().filter(it -> it.path().equals(Route.DEFAULT)).findFirst();
  }

  Optional<Match> match(String method, String path) {
    for (var entry : entries) {
      if (entry.takesAny() || entry.route().method().equals(method)) {
        var parameters = entry.path().match(path);
        if (parameters != null) {
          return Optional.of(new Match(entry.route(), parameters));
        }
      }
    }
    return standard.map(route -> new Match(route, Map.of()));
  }

  /** A route and the decoded parameters of the path that led to it. */
  record Match(Route route, Map<String, String> parameters) {}

  private record Entry(PathTemplate path, Route route) {
    boolean takesAny() {
      return route.method().equals("ANY");
    }
  }
}
