package extrablatt.local.gateway;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The project's clients, which developers try against the local stack under {@code /clients/}: no
 * part of the product's API, which has no such routes.
 */
public final class ClientFiles {
  private static final String PREFIX = "/clients/";
  private static final Map<String, String> TYPES =
      Map.of(
          "html", "text/html; charset=utf-8",
          "js", "text/javascript; charset=utf-8",
          "mjs", "text/javascript; charset=utf-8",
          "css", "text/css; charset=utf-8",
          "json", "application/json",
          "md", "text/markdown; charset=utf-8",
          "svg", "image/svg+xml");

  private final @Nullable Path folder;

  private ClientFiles(@Nullable Path folder) {
    this.folder = folder;
  }

  /**
   * @param folder need not be there; null serves nothing
   */
  public static ClientFiles of(@Nullable Path folder) {
    return new ClientFiles(folder);
  }

  /** The file that a request asks for, as it is now. */
  Optional<Response> find(Request request) {
    boolean reads = request.method().equals("GET") || request.method().equals("HEAD");
    return reads && folder != null && request.path().startsWith(PREFIX)
        ? file(folder, Encoded.path(request.path().substring(PREFIX.length())))
            .map(ClientFiles::response)
        : Optional.empty();
  }

  /** Links are followed first, so that what lies elsewhere is not served by any name. */
  private static Optional<Path> file(Path folder, String name) {
    try {
      var file = folder.resolve(name);
      return Files.isRegularFile(file) && file.toRealPath().startsWith(folder.toRealPath())
          ? Optional.of(file)
          : Optional.empty();
    } catch (InvalidPathException _) {
      return Optional.empty();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static Response response(Path file) {
    var name = file.toString();
    var type =
        TYPES.getOrDefault(name.substring(name.lastIndexOf('.') + 1), "application/octet-stream");
    try {
      return new Response(
          200,
          Map.of("content-type", List.of(type), "cache-control", List.of("no-store")),
          Files.readAllBytes(file));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
