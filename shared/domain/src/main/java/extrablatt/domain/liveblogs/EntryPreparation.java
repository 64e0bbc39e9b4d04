package extrablatt.domain.liveblogs;

import extrablatt.domain.Bytes;
import extrablatt.domain.Caller;
import extrablatt.domain.Fault;
import extrablatt.domain.Place;
import extrablatt.domain.PublishingException.InvalidContent;
import extrablatt.domain.PublishingException.TooLarge;
import extrablatt.domain.articles.Block;
import extrablatt.domain.articles.Bodies;
import extrablatt.domain.articles.LiveblogHints;
import extrablatt.domain.media.OwnPictures;
import extrablatt.domain.publishing.Rendering;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/** Checks what shall be said in an entry, and renders it. */
final class EntryPreparation {
  /**
   * Of the hundred rows of a transaction these are left to the teasers of one entry: the others are
   * its own, the head's, and those of a kept answer or a receipt.
   */
  private static final int MOST_TEASER_ROWS = 86;

  private final LiveblogWriting writing;
  private final Caller caller;
  private final EntryTeasers teasers;
  private final LiveblogHints hints;

  EntryPreparation(LiveblogWriting writing, Instant now, Caller caller) {
    this.writing = writing;
    this.caller = caller;
    this.teasers = new EntryTeasers(writing, now);
    this.hints = new LiveblogHints(new LiveblogTeasers(writing.store(), writing.forms()));
  }

  EntryTeasers teasers() {
    return teasers;
  }

  /** The content with its new teasers made records; throws InvalidContent naming every fault. */
  EntryContent settled(EntryContent content, String pointer) {
    var faults = new ArrayList<Fault>();
    var settled = settled(content, pointer, faults);
    if (!faults.isEmpty()) throw new InvalidContent(faults);
    return settled;
  }

  /** The same; the faults are gathered, each below that pointer. */
  EntryContent settled(EntryContent content, String pointer, List<Fault> faults) {
    var own = new ArrayList<>(EntryRules.faults(content));
    var pictures =
        own.isEmpty() ? OwnPictures.of(writing.media(), null, content.body()) : OwnPictures.none();
    var body = teasers.settled(pictures.filled(content.body()), caller, own);
    var named = hints.settled(body, own);
    if (teasers.newRows() + shownRows(named) > MOST_TEASER_ROWS)
      own.add(Fault.at("/body", "has too many new video teasers for one entry"));
    own.stream().map(fault -> below(pointer, fault)).forEach(faults::add);
    return content.withBody(named);
  }

  /** Each teaser remembers the entry; one that was there before is checked besides. */
  int shownRows(List<Block> body) {
    int shown = Bodies.teasers(body).size();
    return 2 * shown - teasers.created().size();
  }

  private static Fault below(String pointer, Fault fault) {
    return fault.place() instanceof Place.Pointer(var place)
        ? Fault.at(pointer + place, fault.detail())
        : fault;
  }

  Bytes stored(EntryContent content) {
    return writing.entryForms().stored(content);
  }

  /** Looks whether it is short enough, before it is public. */
  void requireFitting(EntryContent content, Instant now) {
    face(1, now, now, content);
  }

  Rendering face(int revision, Instant publishedAt, Instant updatedAt, EntryContent content) {
    var face =
        writing
            .entryForms()
            .face(
                new EntryForms.Face(
                    revision,
                    publishedAt,
                    updatedAt,
                    content.withBody(hints.shown(content.body())),
                    teasers.shown(content.body())));
    long size = face.pieces().stream().mapToLong(piece -> piece.bytes().length()).sum();
    if (size > EntryRules.LARGEST)
      throw new TooLarge(
          "An entry may have %d bytes as the public reads it; this one has %d."
              .formatted(EntryRules.LARGEST, size));
    return face;
  }
}
