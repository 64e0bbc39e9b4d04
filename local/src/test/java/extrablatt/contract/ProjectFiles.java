package extrablatt.contract;

import java.nio.file.Path;

/** The project's files that the contract stands in; tests run in the folder of their module. */
final class ProjectFiles {
  static final Path TEMPLATE = Path.of("../template.yaml");
  static final Path OPENAPI_YAML = Path.of("../openapi.yaml");
  static final Path OPENAPI_JSON = Path.of("../functions/delivery/src/main/resources/openapi.json");

  static final Path EVENTS = Path.of("../events");

  private ProjectFiles() {}
}
