package extrablatt.local.template;

import extrablatt.local.iam.Role;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;

/**
 * A SAM template, evaluated: the resources whose conditions hold, in the shapes that the local
 * stack runs on.
 */
public final class SamTemplate {
  private final Node.Mapping root;
  private final Evaluator evaluator;

  private SamTemplate(Node.Mapping root, Surroundings surroundings) {
    this.root = root;
    this.evaluator = new Evaluator(root, surroundings);
  }

  /**
   * Reads and evaluates a template file; throws {@link TemplateError} for what it does not
   * understand.
   */
  public static SamTemplate read(Path file, Surroundings surroundings) throws IOException {
    return parse(Files.readString(file), surroundings);
  }

  /** Like {@link #read} from a text. */
  public static SamTemplate parse(String yaml, Surroundings surroundings) {
    return new SamTemplate(YamlTemplate.read(yaml), surroundings);
  }

  /** The names of the parameters that the template declares. */
  public Set<String> parameters() {
    return Set.copyOf(evaluator.section("Parameters").keySet());
  }

  public List<Function> functions() {
    return all("AWS::Serverless::Function", FunctionView::function).toList();
  }

  /** The roles that the template writes out. */
  public List<Role> roles() {
    return all("AWS::IAM::Role", RoleView::role).toList();
  }

  /**
   * The template's HTTP APIs, one named {@code ServerlessHttpApi} included where routes name no
   * other.
   */
  public List<HttpApi> httpApis() {
    return new HttpApiView(
            resources("AWS::Serverless::HttpApi"), resources("AWS::Serverless::Function"))
        .apis();
  }

  public List<SocketApi> socketApis() {
    var view = new SocketApiView(resources("AWS::ApiGatewayV2::RouteResponse"));
    return all("AWS::Serverless::WebSocketApi", view::api).toList();
  }

  public List<Queue> queues() {
    return all("AWS::SQS::Queue", StorageViews::queue).toList();
  }

  public List<Table> tables() {
    return all("AWS::DynamoDB::Table", StorageViews::table).toList();
  }

  public List<Bucket> buckets() {
    return all("AWS::S3::Bucket", StorageViews::bucket).toList();
  }

  public List<EventRule> eventRules() {
    return all("AWS::Events::Rule", StorageViews::eventRule).toList();
  }

  private <T> Stream<T> all(String type, View<T> view) {
    return resources(type).entrySet().stream().map(it -> view.of(it.getKey(), it.getValue()));
  }

  /** The properties of each resource of a type, laid over the globals of that type. */
  private Map<String, Value> resources(String type) {
    var found = new LinkedHashMap<String, Value>();
    evaluator
        .section("Resources")
        .forEach((id, node) -> {
          if (node instanceof Node.Mapping resource
              && hasType(id, resource, type)
              && exists(resource)) {
            found.put(id, new Value(evaluator, properties(type, resource)));
          }
        });
    return found;
  }

  private boolean hasType(String id, Node.Mapping resource, String type) {
    var declared = resource.get("Type");
    if (declared == null) {
      throw new TemplateError(resource.line(), "resource " + id + " has no Type");
    }
    return evaluator.text(declared).equals(type);
  }

  private boolean exists(Node.Mapping resource) {
    var condition = resource.get("Condition");
    return condition == null || evaluator.condition(evaluator.text(condition), condition.line());
  }

  private Node properties(String type, Node.Mapping resource) {
    var own = resource.get("Properties");
    var properties = own == null ? new Node.Mapping(resource.line(), Map.of()) : own;
    return root.get("Globals") instanceof Node.Mapping globals
            && globals.get(type.substring(type.lastIndexOf(':') + 1)) instanceof Node.Mapping shared
        ? shared.overlaidBy(properties)
        : properties;
  }

  @FunctionalInterface
  private interface View<T> {
    T of(String id, Value properties);
  }
}
