package extrablatt.local.template;

import java.util.Objects;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** What names stand for: pseudo parameters, parameters, resources and their attributes. */
record References(Node.Mapping template, Surroundings surroundings) {

  Node named(String name, int line) {
    if (name.equals("AWS::NoValue")) {
      return new Node.Nothing(line);
    }
    var pseudo = surroundings.pseudoParameters().get(name);
    if (pseudo != null) {
      return new Node.Scalar(line, pseudo);
    }
    var parameter = template.section("Parameters").get(name);
    if (parameter != null) {
      return parameter(name, parameter, line);
    }
    // SAM names what it makes of a function so: Function.Version, Function.Alias.
    int dot = name.indexOf('.');
    return dot < 0
        ? resource(name, null, line)
        : resource(name.substring(0, dot), name.substring(dot + 1), line);
  }

  private Node parameter(String name, Node declared, int line) {
    var given = surroundings.parameters().get(name);
    var standard = declared instanceof Node.Mapping mapping ? mapping.get("Default") : null;
    var value = given != null ? given : word(standard);
    if (value == null) {
      throw new TemplateError(line, "parameter " + name + " has no value and no default");
    }
    var type = word(declared instanceof Node.Mapping mapping ? mapping.get("Type") : null);
    if (type != null && (type.equals("CommaDelimitedList") || type.startsWith("List<"))) {
      return new Node.Sequence(
          line,
          Stream.of(value.split(",", -1))
              .<Node>map(item -> new Node.Scalar(line, item.strip()))
              .toList());
    }
    return new Node.Scalar(line, value);
  }

  Node resource(String logicalId, @Nullable String attribute, int line) {
    if (!(template.section("Resources").get(logicalId) instanceof Node.Mapping resource)) {
      throw new TemplateError(line, "there is no parameter or resource " + logicalId);
    }
    var type = Objects.requireNonNullElse(word(resource.get("Type")), "");
    var value =
        attribute == null
            ? surroundings.names().reference(logicalId, type)
            : surroundings.names().attribute(logicalId, type, attribute);
    if (value == null) {
      var what = attribute == null ? logicalId : logicalId + "." + attribute;
      throw new TemplateError(line, "the local stack has no value for " + what + " (" + type + ")");
    }
    return new Node.Scalar(line, value);
  }

  private static @Nullable String word(@Nullable Node node) {
    return node instanceof Node.Scalar scalar ? scalar.text() : null;
  }
}
