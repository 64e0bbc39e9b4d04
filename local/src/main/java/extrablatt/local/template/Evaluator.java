package extrablatt.local.template;

import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * Evaluates intrinsic functions, one node at a time, so that what nobody asks for need not be
 * known.
 */
final class Evaluator {
  private static final Pattern PLACEHOLDER = Pattern.compile("\\$\\{([^}]*)}");

  private final Node.Mapping template;
  private final References references;
  private final Set<String> conditionsInProgress = new HashSet<>();

  Evaluator(Node.Mapping template, Surroundings surroundings) {
    this.template = template;
    this.references = new References(template, surroundings);
  }

  /** The node itself, or what its intrinsic stands for; children stay as they are. */
  Node resolve(Node node) {
    return node instanceof Node.Intrinsic intrinsic ? resolve(apply(intrinsic)) : node;
  }

  /**
   * The node, or the branch that its {@code If} chooses; what it refers to is not asked for yet.
   */
  Node settled(Node node) {
    return switch (node) {
      case Node.Intrinsic(_, String function, Node _) when function.equals("If") ->
          settled(apply((Node.Intrinsic) node));
      case Node.Intrinsic(int line, String function, Node.Scalar(_, String name))
          when function.equals("Ref") && name.equals("AWS::NoValue") ->
          new Node.Nothing(line);
      case Node.Intrinsic _, Node.Scalar _, Node.Sequence _, Node.Mapping _, Node.Nothing _ -> node;
    };
  }

  String text(Node node) {
    return switch (resolve(node)) {
      case Node.Scalar scalar -> scalar.text();
      case Node.Sequence _, Node.Mapping _, Node.Nothing _, Node.Intrinsic _ ->
          throw new TemplateError(node.line(), "a string is expected here");
    };
  }

  /** The items that are there: {@code AWS::NoValue} leaves no gap. */
  List<Node> items(Node node) {
    return switch (resolve(node)) {
      case Node.Sequence sequence ->
          sequence.items().stream()
              .map(this::settled)
              .filter(item -> !(item instanceof Node.Nothing))
              .toList();
      case Node.Scalar _, Node.Mapping _, Node.Nothing _, Node.Intrinsic _ ->
          throw new TemplateError(node.line(), "a list is expected here");
    };
  }

  boolean condition(String name, int line) {
    var body = section("Conditions").get(name);
    if (body == null) {
      throw new TemplateError(line, "there is no condition " + name);
    }
    if (!conditionsInProgress.add(name)) {
      throw new TemplateError(line, "condition " + name + " refers to itself");
    }
    try {
      return truth(body);
    } finally {
      conditionsInProgress.remove(name);
    }
  }

  Map<String, Node> section(String name) {
    return template.section(name);
  }

  private Node apply(Node.Intrinsic node) {
    int line = node.line();
    var argument = node.argument();
    return switch (node.function()) {
      case "Ref" -> references.named(text(argument), line);
      case "GetAtt" -> attribute(argument, line);
      case "Sub" -> new Node.Scalar(line, substituted(argument));
      case "If" -> chosen(arguments(node, 3));
      case "Join" -> joined(arguments(node, 2), line);
      case "Split" -> split(arguments(node, 2), line);
      case "Select" -> selected(arguments(node, 2), line);
      case "FindInMap" -> found(arguments(node, 3), line);
      case "Equals", "Not", "And", "Or", "Condition" ->
          new Node.Scalar(line, String.valueOf(truth(node)));
      default -> throw new TemplateError(line, "cannot evaluate " + node.function());
    };
  }

  private boolean truth(Node node) {
    return switch (node) {
      case Node.Intrinsic intrinsic ->
          switch (intrinsic.function()) {
            case "Equals" -> equal(arguments(intrinsic, 2));
            case "Not" -> !truth(arguments(intrinsic, 1).getFirst());
            case "And" -> items(intrinsic.argument()).stream().allMatch(this::truth);
            case "Or" -> items(intrinsic.argument()).stream().anyMatch(this::truth);
            case "Condition" -> condition(text(intrinsic.argument()), intrinsic.line());
            default -> truth(resolve(intrinsic));
          };
      case Node.Mapping mapping when mapping.get("Condition") instanceof Node.Scalar name ->
          condition(name.text(), mapping.line());
      case Node.Scalar(_, String text) when text.equals("true") || text.equals("false") ->
          Boolean.parseBoolean(text);
      case Node.Scalar _, Node.Sequence _, Node.Mapping _, Node.Nothing _ ->
          throw new TemplateError(node.line(), "this is not a condition");
    };
  }

  private boolean equal(List<Node> sides) {
    return text(sides.getFirst()).equals(text(sides.getLast()));
  }

  private Node chosen(List<Node> arguments) {
    boolean holds = condition(text(arguments.getFirst()), arguments.getFirst().line());
    return arguments.get(holds ? 1 : 2);
  }

  private Node attribute(Node argument, int line) {
    var path =
        argument instanceof Node.Sequence
            ? String.join(".", items(argument).stream().map(this::text).toList())
            : text(argument);
    int dot = path.indexOf('.');
    if (dot < 0) {
      throw new TemplateError(line, "GetAtt needs a resource and an attribute");
    }
    return references.resource(path.substring(0, dot), path.substring(dot + 1), line);
  }

  private String substituted(Node argument) {
    if (argument instanceof Node.Sequence sequence) {
      var arguments = sequence.items();
      if (arguments.size() != 2 || !(arguments.get(1) instanceof Node.Mapping variables)) {
        throw new TemplateError(argument.line(), "Sub needs a string, or a string and a mapping");
      }
      return substituted(text(arguments.getFirst()), variables.entries(), argument.line());
    }
    return substituted(text(argument), Map.of(), argument.line());
  }

  private String substituted(String text, Map<String, Node> variables, int line) {
    return PLACEHOLDER
        .matcher(text)
        .replaceAll(match ->
            java.util.regex.Matcher.quoteReplacement(placeholder(match.group(1), variables, line)));
  }

  private String placeholder(String name, Map<String, Node> variables, int line) {
    if (name.startsWith("!")) {
      return "${" + name.substring(1) + "}";
    }
    var variable = variables.get(name);
    if (variable != null) {
      return text(variable);
    }
    int dot = name.indexOf('.');
    var value =
        dot < 0
            ? references.named(name, line)
            : references.resource(name.substring(0, dot), name.substring(dot + 1), line);
    return text(value);
  }

  private Node joined(List<Node> arguments, int line) {
    var parts = items(arguments.get(1)).stream().map(this::text).toList();
    return new Node.Scalar(line, String.join(text(arguments.getFirst()), parts));
  }

  private Node split(List<Node> arguments, int line) {
    var parts = text(arguments.get(1)).split(Pattern.quote(text(arguments.getFirst())), -1);
    return new Node.Sequence(line, scalars(line, Stream.of(parts)));
  }

  private Node selected(List<Node> arguments, int line) {
    var items = items(arguments.get(1));
    var index = text(arguments.getFirst());
    try {
      return items.get(Integer.parseInt(index));
    } catch (NumberFormatException | IndexOutOfBoundsException e) {
      throw new TemplateError(line, "there is no item " + index + " to select");
    }
  }

  private Node found(List<Node> keys, int line) {
    Node place = new Node.Mapping(line, new LinkedHashMap<>(section("Mappings")));
    for (var key : keys) {
      var next = place instanceof Node.Mapping mapping ? mapping.get(text(key)) : null;
      if (next == null) {
        throw new TemplateError(line, "the mappings have no " + text(key));
      }
      place = next;
    }
    return place;
  }

  private static List<Node> arguments(Node.Intrinsic node, int count) {
    if (node.argument() instanceof Node.Sequence sequence && sequence.items().size() == count) {
      return sequence.items();
    }
    throw new TemplateError(node.line(), node.function() + " needs a list of " + count);
  }

  private static List<Node> scalars(int line, Stream<String> texts) {
    return texts.<Node>map(text -> new Node.Scalar(line, text)).toList();
  }
}
