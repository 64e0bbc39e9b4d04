package extrablatt.local;

import java.io.IOException;
import java.io.PrintWriter;
import java.net.URI;
import java.net.URISyntaxException;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;

/** Drops the sample documents as a newsroom would: with a plain upload. */
final class Samples {
  private static final String PREFIX = "/extrablatt-drop/publish/demo/";

  private Samples() {}

  static void drop(Path folder, URI s3, PrintWriter out) throws IOException {
    try (var client = HttpClient.newHttpClient();
        var files = Files.list(folder)) {
      for (var file : files.filter(Files::isRegularFile).sorted().toList()) {
        var request =
            HttpRequest.newBuilder(address(s3, file))
                .PUT(HttpRequest.BodyPublishers.ofFile(file))
                .build();
        int status = client.send(request, BodyHandlers.discarding()).statusCode();
        out.println("Dropped " + file.getFileName() + (status == 200 ? "" : ": HTTP " + status));
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  private static URI address(URI s3, Path file) throws IOException {
    try {
      var path = PREFIX + file.getFileName();
      return new URI(s3.getScheme(), null, s3.getHost(), s3.getPort(), path, null, null);
    } catch (URISyntaxException e) {
      throw new IOException(file + " has no address", e);
    }
  }
}
