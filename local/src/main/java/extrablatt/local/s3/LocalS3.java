package extrablatt.local.s3;

import extrablatt.local.AccessKey;
import extrablatt.local.PortTaken;
import extrablatt.local.disk.DurableFiles;
import extrablatt.local.disk.MemoryFolder;
import extrablatt.local.iam.Permissions;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.UserDefinedFileAttributeView;
import java.time.Clock;
import java.util.List;
import java.util.function.Consumer;
import org.gaul.s3proxy.blobstore.BlobStore;
import org.gaul.s3proxy.nio2blob.FilesystemNio2BlobStore;
import org.gaul.s3proxy.nio2blob.TransientNio2BlobStore;
import org.gaul.shaded.org.eclipse.jetty.ee10.servlet.ServletContextHandler;
import org.gaul.shaded.org.eclipse.jetty.ee10.servlet.ServletHolder;
import org.gaul.shaded.org.eclipse.jetty.http.HttpCompliance;
import org.gaul.shaded.org.eclipse.jetty.http.UriCompliance;
import org.gaul.shaded.org.eclipse.jetty.server.HttpConfiguration;
import org.gaul.shaded.org.eclipse.jetty.server.HttpConnectionFactory;
import org.gaul.shaded.org.eclipse.jetty.server.Server;
import org.gaul.shaded.org.eclipse.jetty.server.ServerConnector;
import org.gaul.shaded.org.eclipse.jetty.util.thread.QueuedThreadPool;
import org.jspecify.annotations.Nullable;

/** S3 behind HTTP: signatures are checked, and some buckets have versions and events. */
public final class LocalS3 implements AutoCloseable {
  /** What it is called where its port is taken. */
  public static final String NAME = "S3";

  private static final int MAXIMAL_THREADS = 200;

  private final Server server;
  private final BlobStore store;
  private final URI endpoint;

  private LocalS3(Server server, BlobStore store, URI endpoint) {
    this.server = server;
    this.store = store;
    this.endpoint = endpoint;
  }

  /**
   * What to start.
   *
   * @param host the address to listen on, such as {@code 127.0.0.1}
   * @param port 0 for a free one
   * @param folder where objects are kept; null keeps them in memory
   */
  public record Settings(
      String host,
      int port,
      @Nullable Path folder,
      AccessKey accessKey,
      Permissions permissions,
      List<Bucket> buckets) {
    public Settings {
      // S3Proxy lists nothing below a relative path.
      folder = folder == null ? null : folder.toAbsolutePath().normalize();
      buckets = List.copyOf(buckets);
    }
  }

  /**
   * Starts it with its buckets and returns when it answers.
   *
   * @param listener hears of every object written to a bucket with versions before the client gets
   *     its answer; perhaps twice, after a crash
   * @throws PortTaken if something listens on that port
   */
  public static LocalS3 start(Settings settings, Consumer<ObjectCreated> listener, Clock clock) {
    var port = PortTaken.check(settings.host(), settings.port(), NAME);
    var store = store(settings, listener, clock);
    var server =
        server(
            settings.host(),
            port,
            new S3Servlet(store, settings.accessKey(), settings.permissions()));
    try {
      server.start();
    } catch (Exception e) {
      throw new IllegalStateException("S3 did not start", e);
    }
    return new LocalS3(server, store, URI.create("http://localhost:" + port));
  }

  public URI endpoint() {
    return endpoint;
  }

  @Override
  public void close() {
    try {
      server.stop();
    } catch (Exception e) {
      throw new IllegalStateException("S3 did not stop", e);
    } finally {
      store.close();
    }
  }

  private static Server server(String host, int port, S3Servlet servlet) {
    var http = new HttpConfiguration();
    // Keys may hold what strict parsers refuse in a path.
    http.setHttpCompliance(HttpCompliance.LEGACY);
    http.setUriCompliance(UriCompliance.LEGACY);
    http.setHeaderCacheCaseSensitive(true);
    http.setSendServerVersion(false);
    var server = new Server(new QueuedThreadPool(MAXIMAL_THREADS));
    var connector = new ServerConnector(server, new HttpConnectionFactory(http));
    connector.setHost(host);
    connector.setPort(port);
    server.addConnector(connector);
    var context = new ServletContextHandler();
    context.addServlet(new ServletHolder(servlet), "/*");
    server.setHandler(context);
    return server;
  }

  private static BlobStore store(Settings settings, Consumer<ObjectCreated> listener, Clock clock) {
    var kept = settings.folder();
    var home = kept == null ? MemoryFolder.create() : requireAttributes(DurableFiles.folder(kept));
    var current = blobStore(kept, "objects");
    var versions =
        new ObjectVersions(
            blobStore(kept, "versions"), kept == null ? null : kept.resolve("versions"));
    settings.buckets().forEach(bucket -> create(bucket, current, versions));
    var store =
        new VersioningBlobStore(
            current,
            settings.buckets(),
            versions,
            new Announcements(home.resolve("unannounced"), listener),
            new Sequencer(home.resolve("sequence")),
            clock);
    store.recover();
    return store;
  }

  private static BlobStore blobStore(@Nullable Path home, String name) {
    return home == null
        ? new TransientNio2BlobStore()
        : new FilesystemNio2BlobStore(DurableFiles.folder(home.resolve(name)).toString());
  }

  private static void create(Bucket bucket, BlobStore current, ObjectVersions versions) {
    if (!current.containerExists(bucket.name())) {
      current.createContainer(bucket.name());
    }
    if (bucket.isVersioned()) {
      versions.createBucket(bucket.name());
    }
  }

  /** Content types, ETags and user metadata stand in extended attributes. */
  private static Path requireAttributes(Path folder) {
    try {
      if (!Files.getFileStore(folder)
          .supportsFileAttributeView(UserDefinedFileAttributeView.class)) {
        throw new IllegalStateException(
            "The file system of " + folder + " has no extended attributes");
      }
      return folder;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
