package extrablatt.delivery;

import extrablatt.domain.Ulids;
import extrablatt.domain.media.MediaAddresses;
import extrablatt.domain.media.MediaFile;
import extrablatt.http.Parameters;
import extrablatt.http.Refusal;
import extrablatt.http.Request;
import extrablatt.http.Response;
import extrablatt.http.Router;
import java.time.Duration;
import java.util.function.Supplier;

/** Sends readers of media files to the bucket that holds them. */
final class MediaEndpoint {
  private static final Duration VALID = Duration.ofMinutes(15);

  /** So that whoever gets the answer from a cache still has ten minutes for the file. */
  private static final Duration CACHED = Duration.ofMinutes(5);

  private final Supplier<MediaAddresses> addresses;

  MediaEndpoint(Supplier<MediaAddresses> addresses) {
    this.addresses = addresses;
  }

  Router router() {
    return Router.of("GET /media/{id}/{file}", this::send);
  }

  private Response send(Request request) {
    var file = new MediaFile(request.pathParameter("id"), request.pathParameter("file"));
    Parameters.of(request);
    if (!Ulids.isUlid(file.id()) || file.fileName().isBlank()) throw unknown(file);
    var url = addresses.get().forReading(file, VALID).orElseThrow(() -> unknown(file));
    return Response.of(302)
        .with("Location", url.toString())
        .with("Cache-Control", "public, max-age=" + CACHED.toSeconds());
  }

  private static Refusal unknown(MediaFile file) {
    return Refusal.notFound("There is no media file " + file.url() + ".");
  }
}
