package extrablatt.contract;

import static org.assertj.core.api.Assertions.assertThat;

import extrablatt.e2e.OneStack;
import extrablatt.http.HttpFunction;
import extrablatt.local.MemoryStack;
import extrablatt.local.template.Function;
import extrablatt.local.template.Route;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** The handlers answer the routes that the template sends to them, no fewer and no more. */
@ExtendWith(OneStack.class)
final class RoutesTest {
  private static final String HEAD = "HEAD ";

  private final MemoryStack stack;

  RoutesTest(MemoryStack stack) {
    this.stack = stack;
  }

  @Test
  void everyFunctionAnswersTheRoutesThatTheTemplateGivesIt() throws Exception {
    var inTemplate =
        stack.routes().stream()
            .collect(
                Collectors.groupingBy(
                    Route::function, Collectors.mapping(Route::key, Collectors.toSet())));

    assertThat(inTemplate).isNotEmpty();
    for (var function : stack.template().functions()) {
      if (!inTemplate.containsKey(function.id())) continue;
      var routes = handler(function).routes();
      assertThat(withoutHeads(inTemplate, function.id()))
          .as(function.id())
          .isEqualTo(new TreeSet<>(routes));
    }
  }

  /** A HEAD route is answered by the endpoint of its GET, which therefore has to be there too. */
  @Test
  void everyHeadRouteHasItsGet() {
    var keys = stack.routes().stream().map(Route::key).toList();

    assertThat(keys)
        .filteredOn(key -> key.startsWith(HEAD))
        .isNotEmpty()
        .allMatch(key -> keys.contains("GET " + key.substring(HEAD.length())));
  }

  private static Set<String> withoutHeads(Map<String, Set<String>> routes, String function) {
    return routes.getOrDefault(function, Set.of()).stream()
        .filter(key -> !key.startsWith(HEAD))
        .collect(Collectors.toCollection(TreeSet::new));
  }

  private HttpFunction handler(Function function) throws ReflectiveOperationException {
    var type = Class.forName(List.of(function.handler().split("::", 2)).getFirst());
    return (HttpFunction) type.getConstructor(Map.class).newInstance(stack.environmentOf(function));
  }
}
