package extrablatt.local.gateway;

import com.nimbusds.jose.jwk.JWKSet;
import com.sun.net.httpserver.HttpHandler;
import com.sun.net.httpserver.HttpServer;
import extrablatt.local.template.HttpApi;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.URI;
import java.time.Clock;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

/** An HTTP API of the template, served on a port of this machine. */
public final class Gateway implements AutoCloseable {
  private static final int LONGEST_STOP_SECONDS = 4;
  private static final int BACKLOG = 512;

  private final HttpServer server;
  private final ExecutorService requests;

  private Gateway(HttpServer server, ExecutorService requests) {
    this.server = server;
    this.requests = requests;
  }

  /**
   * Serves an API until closed; port 0 takes a free one. Throws {@link java.net.BindException}
   * where the port is taken.
   *
   * @param keys the public keys of the authorizers' issuer
   * @param files what is served where no route matches
   */
  public static Gateway start(
      InetSocketAddress address,
      HttpApi api,
      JWKSet keys,
      Integration integration,
      ClientFiles files,
      Clock clock)
      throws IOException {
    // Read once by the JDK's server: without it small answers on a kept connection wait for the
    // client's
    // acknowledgement, 40 ms each.
    System.setProperty("sun.net.httpserver.nodelay", "true");
    var server = HttpServer.create(address, BACKLOG);
    var requests = Executors.newVirtualThreadPerTaskExecutor();
    server.setExecutor(requests);
    server.createContext(
        "/", new Exchange(new HttpApiHandler(api, keys, integration, files, clock)));
    server.start();
    return new Gateway(server, requests);
  }

  /** Serves something else below a path; no route of the API is asked there any more. */
  public void serve(String path, HttpHandler handler) {
    server.createContext(path, handler);
  }

  public int port() {
    return server.getAddress().getPort();
  }

  public URI uri() {
    return URI.create("http://localhost:" + port());
  }

  /** Takes no more requests, lets running ones finish within 4 s, and ends what is left. */
  @Override
  public void close() {
    server.stop(LONGEST_STOP_SECONDS);
    requests.shutdownNow();
  }
}
