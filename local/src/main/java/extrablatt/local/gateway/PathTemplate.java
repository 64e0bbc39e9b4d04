package extrablatt.local.gateway;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** A route's path, cut into segments; the more specific of two templates comes first. */
record PathTemplate(List<Segment> segments) implements Comparable<PathTemplate> {

  sealed interface Segment {
    record Literal(String text) implements Segment {}

    record Parameter(String name) implements Segment {}

    record Greedy(String name) implements Segment {}
  }

  static PathTemplate of(String path) {
    var segments = new ArrayList<Segment>();
    for (var part : path.substring(1).split("/", -1)) {
      segments.add(segment(part));
    }
    return new PathTemplate(List.copyOf(segments));
  }

  private static Segment segment(String part) {
    if (part.startsWith("{") && part.endsWith("+}")) {
      return new Segment.Greedy(part.substring(1, part.length() - 2));
    }
    if (part.startsWith("{") && part.endsWith("}")) {
      return new Segment.Parameter(part.substring(1, part.length() - 1));
    }
    return new Segment.Literal(part);
  }

  /** The decoded path parameters where the path fits; null where it does not. */
  @Nullable Map<String, String> match(String path) {
    if (!path.startsWith("/")) {
      return null;
    }
    var parts = List.of(path.substring(1).split("/", -1));
    var parameters = new LinkedHashMap<String, String>();
    for (int i = 0; i < segments.size(); i++) {
      if (i >= parts.size() || !fits(segments.get(i), parts.subList(i, parts.size()), parameters)) {
        return null;
      }
    }
    boolean greedy = segments.getLast() instanceof Segment.Greedy;
    return greedy || parts.size() == segments.size() ? parameters : null;
  }

  private static boolean fits(Segment segment, List<String> rest, Map<String, String> parameters) {
    var part = Encoded.path(rest.getFirst());
    return switch (segment) {
      case Segment.Literal(var text) -> text.equals(part);
      case Segment.Parameter(var name) -> keep(parameters, name, part);
      case Segment.Greedy(var name) -> keep(parameters, name, Encoded.path(String.join("/", rest)));
    };
  }

  private static boolean keep(Map<String, String> parameters, String name, String value) {
    parameters.put(name, value);
    return !value.isEmpty();
  }

  @Override
  public int compareTo(PathTemplate other) {
    for (int i = 0; i < Math.min(segments.size(), other.segments.size()); i++) {
      int order = Integer.compare(rank(segments.get(i)), rank(other.segments.get(i)));
      if (order != 0) {
        return order;
      }
    }
    return Integer.compare(other.segments.size(), segments.size());
  }

  private static int rank(Segment segment) {
    return switch (segment) {
      case Segment.Literal _ -> 0;
      case Segment.Parameter _ -> 1;
      case Segment.Greedy _ -> 2;
    };
  }
}
