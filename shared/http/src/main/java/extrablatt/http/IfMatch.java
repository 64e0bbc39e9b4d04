package extrablatt.http;

import extrablatt.domain.PublishingException;
import java.util.Optional;

/** Which version of a resource the caller means to change. */
public final class IfMatch {
  private static final String HEADER = "if-match";

  private final TagList expected;

  private IfMatch(TagList expected) {
    this.expected = expected;
  }

  /** What the caller says; whatever stands, if it says nothing. */
  public static IfMatch of(Request request) {
    return given(request).orElseGet(() -> new IfMatch(new TagList.Anything()));
  }

  /** What the caller says, which it has to (428). */
  public static IfMatch required(Request request) {
    return given(request)
        .orElseThrow(() ->
            Refusal.preconditionRequired(
                "If-Match with the ETag of the version to be changed is required."));
  }

  private static Optional<IfMatch> given(Request request) {
    return request.header(HEADER).map(value -> new IfMatch(TagList.of("If-Match", value)));
  }

  /** Whether the caller means the version that stands; a weak tag never does. */
  public boolean matches(long version) {
    return switch (expected) {
      case TagList.Anything _ -> true;
      case TagList.Tags(var tags) ->
          tags.contains(new TagList.Tag(EntityTag.ofVersion(version).opaque(), false));
    };
  }

  /** Throws {@code StaleRevision} unless the caller means the version that stands. */
  public void check(long version) {
    if (!matches(version))
      throw new PublishingException.StaleRevision(
          "It was changed in the meantime: the current version is in the ETag.", version);
  }
}
