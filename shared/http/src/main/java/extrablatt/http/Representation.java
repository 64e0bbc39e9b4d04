package extrablatt.http;

import extrablatt.domain.Bytes;
import java.util.List;
import java.util.Set;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * A public body with a tag of its own for each coding: compressed where the caller wants that, and
 * left out where it has it already.
 */
public final class Representation {
  private static final String CODED = "-gzip";

  private final String contentType;
  private final String hash;
  private final Supplier<Bytes> gzip;
  private final Supplier<Bytes> plain;

  private Representation(
      String contentType, String hash, Supplier<Bytes> gzip, Supplier<Bytes> plain) {
    this.contentType = contentType;
    this.hash = hash;
    this.gzip = gzip;
    this.plain = plain;
  }

  /** What lies compressed in the store, with the hash of what is compressed. */
  public static Representation stored(String contentType, Bytes gzip, String hash) {
    return new Representation(contentType, hash, () -> gzip, () -> Gzip.decompressed(gzip));
  }

  /** What was just made. */
  public static Representation made(String contentType, Bytes bytes) {
    return new Representation(contentType, bytes.hash(), () -> Gzip.compressed(bytes), () -> bytes);
  }

  /** The answer to a GET; {@code vary} names what it depends on besides {@code Accept-Encoding}. */
  public Response answer(Request request, CacheControl cacheControl, List<String> vary) {
    boolean compressed = AcceptEncoding.of(request).prefersGzip();
    var tag = new EntityTag(compressed ? hash + CODED : hash);
    var response =
        isKnown(request)
            ? Response.of(304)
            : compressed
                ? Response.of(200)
                    .withBinary(contentType, gzip.get())
                    .with("Content-Encoding", "gzip")
                : Response.of(200).withText(contentType, plain.get());
    return response
        .with("ETag", tag.toString())
        .with("Cache-Control", cacheControl.toString())
        .with(
            "Vary",
            Stream.concat(Stream.of("Accept-Encoding"), vary.stream())
                .collect(Collectors.joining(", ")));
  }

  /** Whether the caller has it, in whichever coding. */
  private boolean isKnown(Request request) {
    var known = request.header("if-none-match");
    if (known.isEmpty()) return false;
    return switch (TagList.of("If-None-Match", known.get())) {
      case TagList.Anything _ -> true;
      case TagList.Tags(var tags) ->
          tags.stream().map(TagList.Tag::opaque).anyMatch(Set.of(hash, hash + CODED)::contains);
    };
  }
}
