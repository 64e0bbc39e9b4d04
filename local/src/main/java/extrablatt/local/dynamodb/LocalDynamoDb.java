package extrablatt.local.dynamodb;

import extrablatt.local.PortTaken;
import extrablatt.local.disk.DurableFiles;
import extrablatt.local.iam.Permissions;
import java.net.URI;
import java.nio.file.Path;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import software.amazon.dynamodb.services.local.monitoring.Telemetry;
import software.amazon.dynamodb.services.local.server.DynamoDBProxyServer;
import software.amazon.dynamodb.services.local.server.LocalDynamoDBRequestHandler;

/**
 * DynamoDB Local behind HTTP, with one database for every region and access key.
 *
 * <p>Its licence allows local use only, and it listens on every address of this machine.
 */
public final class LocalDynamoDb implements AutoCloseable {
  /** What it is called where its port is taken. */
  public static final String NAME = "DynamoDB";

  /** It listens on every address and cannot be told otherwise. */
  public static final String HOST = "0.0.0.0";

  private final DynamoDBProxyServer server;
  private final URI endpoint;

  private LocalDynamoDb(DynamoDBProxyServer server, URI endpoint) {
    this.server = server;
    this.endpoint = endpoint;
  }

  /**
   * What to start.
   *
   * @param port 0 for a free one
   * @param folder where tables are kept; null keeps them in memory
   * @param partitionKeys the tables' partition keys, by table
   */
  public record Settings(
      int port, @Nullable Path folder, Permissions permissions, Map<String, String> partitionKeys) {
    public Settings {
      partitionKeys = Map.copyOf(partitionKeys);
    }

    /** For everybody, on a free port. */
    public static Settings open(@Nullable Path folder) {
      return new Settings(0, folder, Permissions.none(), Map.of());
    }
  }

  /**
   * Starts it and returns when it answers.
   *
   * @throws PortTaken if something listens on that port
   */
  public static LocalDynamoDb start(Settings settings) {
    var port = PortTaken.check(HOST, settings.port(), NAME);
    var folder = settings.folder();
    var path = folder == null ? null : DurableFiles.folder(folder.toAbsolutePath()).toString();
    try {
      Telemetry.configureTelemetry("", "", false);
      var database = new LocalDynamoDBRequestHandler(0, path == null, path, true, false);
      var calls = new DynamoDbCalls(settings.partitionKeys());
      var server =
          new DynamoDBProxyServer(
              port, new CheckedHandler(database, settings.permissions(), calls));
      server.start();
      return new LocalDynamoDb(server, URI.create("http://localhost:" + port));
    } catch (Exception e) {
      throw new IllegalStateException("DynamoDB Local did not start", e);
    }
  }

  public URI endpoint() {
    return endpoint;
  }

  @Override
  public void close() {
    try {
      server.stop();
    } catch (Exception e) {
      throw new IllegalStateException("DynamoDB Local did not stop", e);
    }
  }
}
