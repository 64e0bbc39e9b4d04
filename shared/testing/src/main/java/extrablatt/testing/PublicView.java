package extrablatt.testing;

import extrablatt.domain.Bytes;
import extrablatt.domain.Slug;
import extrablatt.domain.delivery.ListRow;
import extrablatt.domain.delivery.PublicBody;
import extrablatt.domain.delivery.PublicRow;
import extrablatt.domain.publishing.Change;
import extrablatt.domain.publishing.ListName;
import extrablatt.domain.publishing.PublicForm;
import extrablatt.domain.publishing.Publication;
import extrablatt.domain.publishing.Rendering;
import extrablatt.domain.publishing.Span;
import extrablatt.domain.publishing.Variant;
import extrablatt.domain.publishing.Withdrawal;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Function;
import java.util.zip.GZIPOutputStream;
import org.jspecify.annotations.Nullable;

/** What the public reads of one document: its spans with their forms, or its tombstone. */
record PublicView(@Nullable Publication publication, List<Shown> shown) {
  static final PublicView NOTHING = new PublicView(null, List.of());

  /** A span and how it is read. */
  record Shown(Span span, PublicForm form) {
    boolean isSameButForItsEnd(Span other) {
      return unending(span).equals(unending(other));
    }

    private static Span unending(Span span) {
      return new Span(
          span.revision(),
          span.from(),
          null,
          span.publishedAt(),
          span.updatedAt(),
          span.slug(),
          span.expiresAt(),
          span.lists());
    }
  }

  private record Dated(Instant from, int revision, PublicRow row) {}

  /** The same after a change: a span without a new form keeps its own. */
  PublicView after(Change change) {
    var after = new ArrayList<Shown>();
    for (var span : change.after().spans()) after.add(new Shown(span, form(change, span)));
    return new PublicView(change.after(), List.copyOf(after));
  }

  /** The row that began last. */
  Optional<PublicRow> at(Instant now) {
    return at(now, form -> Optional.of(form.document()));
  }

  /** The row that began last, in another format. */
  Optional<PublicRow> at(Variant variant, Instant now) {
    return at(now, form -> Optional.ofNullable(form.variants().get(variant)))
        .filter(PublicRow.Live.class::isInstance);
  }

  private Optional<PublicRow> at(Instant now, Function<PublicForm, Optional<Rendering>> rendering) {
    var rows = new ArrayList<Dated>();
    if (publication == null) return Optional.empty();
    var withdrawal = publication.withdrawal();
    if (withdrawal != null)
      rows.add(
          new Dated(withdrawal.from(), withdrawal.revision(), tombstone(publication, withdrawal)));
    for (var one : shown) {
      var found = rendering.apply(one.form());
      if (found.isPresent())
        rows.add(
            new Dated(
                one.span().from(),
                one.span().revision(),
                live(publication, one.span(), found.get())));
    }
    return rows.stream()
        .filter(row -> !row.from().isAfter(now))
        .max(Comparator.comparing(Dated::from).thenComparingInt(Dated::revision))
        .map(Dated::row);
  }

  /** Its places in a list. */
  List<ListRow> listed(ListName list, Instant newest) {
    if (publication == null) return List.of();
    var id = publication.id().value();
    return shown.stream()
        .filter(one -> one.span().lists().contains(list))
        .filter(one -> !one.span().publishedAt().isAfter(newest))
        .map(one -> row(id, one.span(), one.form().summary()))
        .toList();
  }

  private PublicForm form(Change change, Span span) {
    var given = change.forms().get(span);
    if (given != null) return given;
    return shown.stream()
        .filter(one -> one.isSameButForItsEnd(span))
        .findFirst()
        .map(Shown::form)
        .orElseThrow(() -> new IllegalArgumentException("a new span lacks its form: " + span));
  }

  private static ListRow row(String id, Span span, Rendering summary) {
    return new ListRow(
        Positions.of(span.publishedAt(), id, span.from()), span.from(), span.end(), summary);
  }

  private static PublicRow live(Publication publication, Span span, Rendering rendering) {
    return new PublicRow.Live(
        span.from(),
        span.end(),
        Objects.equals(span.end(), span.expiresAt()) ? span.expiresAt() : null,
        span.slug(),
        publication.slugsBefore(span),
        body(rendering));
  }

  private static PublicRow tombstone(Publication publication, Withdrawal withdrawal) {
    var seen = publication.formerSlugs();
    var head = publication.slug();
    Slug slug = seen.isEmpty() ? null : seen.getLast();
    if (head != null && seen.contains(head)) slug = head;
    var shownSlug = slug;
    return new PublicRow.Tombstone(
        withdrawal.reason(),
        withdrawal.at(),
        shownSlug,
        seen.stream().filter(other -> !other.equals(shownSlug)).toList());
  }

  private static PublicBody body(Rendering rendering) {
    if (rendering.isConditional()) return new PublicBody.Cut(rendering);
    var whole = rendering.joined(Instant.EPOCH, null);
    return new PublicBody.Whole(gzip(whole), whole.hash());
  }

  private static Bytes gzip(Bytes plain) {
    var out = new ByteArrayOutputStream();
    try (var gzip = new GZIPOutputStream(out)) {
      gzip.write(plain.array());
    } catch (IOException impossible) {
      throw new UncheckedIOException(impossible);
    }
    return Bytes.of(out.toByteArray());
  }
}
