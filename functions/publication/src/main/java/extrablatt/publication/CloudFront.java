package extrablatt.publication;

import extrablatt.domain.Bytes;
import extrablatt.domain.PublishingException.Busy;
import extrablatt.domain.push.CacheInvalidator;
import extrablatt.storage.SignedPost;
import java.net.URI;
import java.time.Duration;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Invalidates paths of a CloudFront distribution: {@code POST
 * /2020-05-31/distribution/{id}/invalidation}. Its Java client is one route long for us, and is
 * left out.
 */
final class CloudFront implements CacheInvalidator {
  private static final String DISTRIBUTION = "DISTRIBUTION_ID";
  private static final String ENDPOINT = "CLOUDFRONT_ENDPOINT";
  private static final String ON_AWS = "https://cloudfront.amazonaws.com";

  /** CloudFront is everywhere; its control plane answers, and is signed for, there. */
  private static final String REGION = "us-east-1";

  private static final Duration PATIENCE = Duration.ofSeconds(10);

  private final URI address;
  private final SignedPost post;

  private CloudFront(URI address, SignedPost post) {
    this.address = address;
    this.post = post;
  }

  /** That of the environment; none where it names no distribution. */
  static @Nullable CacheInvalidator from(Map<String, String> environment) {
    var distribution = environment.getOrDefault(DISTRIBUTION, "");
    if (distribution.isBlank()) return null;
    var named = environment.getOrDefault(ENDPOINT, "");
    var endpoint = named.isBlank() ? ON_AWS : named;
    return new CloudFront(
        URI.create(endpoint + "/2020-05-31/distribution/" + distribution + "/invalidation"),
        new SignedPost("cloudfront", REGION, PATIENCE, environment));
  }

  @Override
  public void invalidate(Set<String> paths, String reference) {
    var answer =
        post.post(
            address,
            Map.of("Content-Type", "application/xml"),
            Bytes.utf8(batch(paths, reference)));
    if (answer.status() / 100 != 2)
      throw new Busy(
          "CloudFront answered %d: %s".formatted(answer.status(), answer.body().text()), PATIENCE);
  }

  /** No path holds anything that XML would read otherwise: ids and slugs are letters and digits. */
  private static String batch(Set<String> paths, String reference) {
    return """
    <?xml version="1.0" encoding="UTF-8"?>
    <InvalidationBatch xmlns="http://cloudfront.amazonaws.com/doc/2020-05-31/">\
    <CallerReference>%s</CallerReference><Paths><Items>%s</Items><Quantity>%d</Quantity></Paths>\
    </InvalidationBatch>
    """
        .formatted(
            reference,
            paths.stream().map(path -> "<Path>" + path + "</Path>").collect(Collectors.joining()),
            paths.size());
  }
}
