package extrablatt.local;

import com.fasterxml.jackson.databind.json.JsonMapper;
import extrablatt.local.template.SamTemplate;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * What {@code sam local} has to be told of the local stores. It calls every resource by its logical
 * id, so a file says the names that they have here; their addresses are parameters of the template.
 */
final class SamLocal {
  /** A container's name of the machine that it runs on. */
  private static final String HOST = "host.docker.internal";

  private static final String ENDPOINT = "_ENDPOINT";

  private SamLocal() {}

  /** Writes the file for {@code --env-vars} and returns where it is. */
  static Path variables(SamTemplate template, Path folder) throws IOException {
    var variables = new TreeMap<String, String>();
    for (var function : template.functions()) variables.putAll(function.environment());
    variables.keySet().removeIf(name -> name.endsWith(ENDPOINT));
    Files.createDirectories(folder);
    var file = folder.resolve("sam-local.json");
    return Files.writeString(
        file,
        new JsonMapper()
            .writerWithDefaultPrettyPrinter()
            .writeValueAsString(Map.of("Parameters", variables)));
  }

  /** The options of {@code sam local} that lead to the stores. */
  static List<String> options(Endpoints endpoints, Path variables) {
    return List.of(
        "--skip-pull-image",
        "--add-host %s:host-gateway".formatted(HOST),
        "--env-vars " + variables,
        "--parameter-overrides \"DynamoDbEndpoint=%s S3Endpoint=%s SqsEndpoint=%s\""
            .formatted(
                inside(endpoints.dynamoDb()), inside(endpoints.s3()), inside(endpoints.sqs())));
  }

  private static String inside(URI endpoint) {
    return "http://" + HOST + ":" + endpoint.getPort();
  }
}
