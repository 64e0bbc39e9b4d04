package extrablatt.local.dynamodb;

import extrablatt.local.PortTaken;
import extrablatt.local.disk.DurableFiles;
import java.net.URI;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import software.amazon.dynamodb.services.local.main.CommandLineInput;
import software.amazon.dynamodb.services.local.main.ServerRunner;
import software.amazon.dynamodb.services.local.server.DynamoDBProxyServer;

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
   * Starts it and returns when it answers.
   *
   * @param wishedPort 0 for a free one
   * @param folder where tables are kept; null keeps them in memory
   * @throws PortTaken if something listens on that port
   */
  public static LocalDynamoDb start(int wishedPort, @Nullable Path folder) {
    var port = PortTaken.check(HOST, wishedPort, NAME);
    var place =
        folder == null
            ? List.of("-inMemory")
            : List.of("-dbPath", DurableFiles.folder(folder.toAbsolutePath()).toString());
    var arguments =
        Stream.concat(
            Stream.of("-sharedDb", "-disableTelemetry", "-port", Integer.toString(port)),
            place.stream());
    try {
      // Not createServerFromCommandLineArgs, which prints what it does.
      var input = new CommandLineInput(arguments.toArray(String[]::new));
      input.init();
      var server = ServerRunner.createServer(input);
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
