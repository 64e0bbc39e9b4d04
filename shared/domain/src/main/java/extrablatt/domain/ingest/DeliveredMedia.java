package extrablatt.domain.ingest;

import static java.util.Objects.requireNonNull;

import extrablatt.domain.Fault;
import extrablatt.domain.TeaserId;
import extrablatt.domain.ingest.Destination.Delivered;
import extrablatt.domain.media.Fragments;
import extrablatt.domain.media.KnownPicture;
import extrablatt.domain.media.MediaBundle;
import extrablatt.domain.media.MediaChange;
import extrablatt.domain.media.MediaLibrary;
import extrablatt.domain.media.MediaPart;
import extrablatt.domain.media.TeaserMerge;
import extrablatt.domain.publishing.Commit;
import extrablatt.domain.publishing.Publication;
import extrablatt.domain.publishing.Status;
import extrablatt.domain.videos.TeaserContent;
import extrablatt.domain.videos.TeaserDesk;
import extrablatt.domain.videos.TeaserEdit;
import extrablatt.domain.videos.TeaserForms;
import extrablatt.domain.videos.TeaserRules;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Makes teasers of the files that came in for them, so that the end state depends on the set of
 * files and never on their order.
 */
final class DeliveredMedia {
  private static final String STAYS_WITHDRAWN =
      "The teaser is withdrawn and stays so until it is published again.";

  private final TeaserDesk desk;
  private final TeaserForms forms;
  private final ReceiptForms receiptForms;
  private final MediaLibrary library;
  private final IngestStores stores;
  private final Clock clock;
  private final OriginTries tries;

  DeliveredMedia(
      TeaserDesk desk,
      TeaserForms forms,
      ReceiptForms receiptForms,
      MediaLibrary library,
      IngestStores stores,
      Clock clock,
      OriginTries tries) {
    this.desk = desk;
    this.forms = forms;
    this.receiptForms = receiptForms;
    this.library = library;
    this.stores = stores;
    this.clock = clock;
    this.tries = tries;
  }

  /** What is known of a teaser when one try begins. */
  private record Standing(@Nullable Publication teaser, @Nullable MediaBundle bundle) {
    /** The part that the slot holds. */
    Optional<MediaPart> part(String slot) {
      return bundle == null ? Optional.empty() : bundle.part(slot);
    }
  }

  /** How a file stands to the one that its slot holds. */
  Comparison compare(MediaParcel parcel, String slot, OriginRecord.Delivery delivery) {
    return Comparison.of(
        delivery, standing(parcel).part(slot).map(MediaPart::delivery).orElse(null));
  }

  /** Takes a file in that belongs to no teaser. */
  Receipt receive(ReceiptDraft receipt, List<KnownPicture> pictures) {
    return tries.until(() -> {
      var change = receipt.outcome(Outcome.ACCEPTED, null, null);
      var media = new MediaChange(null, null, false, pictures);
      return tries.written(change, new Commit(List.of(), null, List.of(change), null, media));
    });
  }

  /** Leaves a file where it is. */
  Receipt left(ReceiptDraft receipt, Outcome outcome, @Nullable Product product) {
    return tries.until(() -> tries.receipted(receipt.outcome(outcome, product, null)));
  }

  /** Takes in a file of a teaser. */
  Delivered deliver(
      ReceiptDraft receipt, MediaParcel parcel, MediaPart part, List<KnownPicture> pictures) {
    try {
      return new Delivered.Receipted(tries.until(() -> delivered(receipt, parcel, part, pictures)));
    } catch (Unfit unfit) {
      return Delivered.Refused.of("invalid", unfit.faults).meantFor(product(parcel));
    }
  }

  /** Withdraws a teaser for its provider, also if none of its files has come yet. */
  Receipt kill(ReceiptDraft receipt, MediaParcel parcel, OriginRecord.Delivery kill) {
    return tries.until(() -> killed(receipt, parcel, kill));
  }

  /** Thrown where the file does not fit those that are there. */
  private static final class Unfit extends RuntimeException {
    private static final long serialVersionUID = 1L;
    private final transient List<Fault> faults;

    Unfit(List<Fault> faults) {
      super("the file does not fit", null, false, false);
      this.faults = faults;
    }
  }

  private Standing standing(MediaParcel parcel) {
    var id =
        switch (parcel.target()) {
          case MediaParcel.Target.Known(var known) -> Optional.of(known);
          case MediaParcel.Target.Named(var name) -> library.named(name);
        };
    return new Standing(
        id.flatMap(stores.content()::find).orElse(null), id.flatMap(library::bundle).orElse(null));
  }

  static @Nullable Product product(MediaParcel parcel) {
    return parcel.target() instanceof MediaParcel.Target.Known(var id)
        ? new Product.OfTeaser(id)
        : null;
  }

  private @Nullable Receipt delivered(
      ReceiptDraft receipt, MediaParcel parcel, MediaPart part, List<KnownPicture> pictures) {
    var standing = standing(parcel);
    var known = standing.part(part.slot()).orElse(null);
    return switch (Comparison.of(part.delivery(), known == null ? null : known.delivery())) {
      case FIRST, NEWER, WINS -> taken(receipt, parcel, standing, part, pictures);
      case SAME -> same(receipt, standing, requireNonNull(known), part);
      case OLDER -> left(receipt, standing, Outcome.STALE);
      case LOSES -> left(receipt, standing, Outcome.CONFLICT);
    };
  }

  private @Nullable Receipt left(ReceiptDraft receipt, Standing standing, Outcome outcome) {
    return tries.receipted(receipt.outcome(outcome, product(standing), null));
  }

  private static @Nullable Product product(Standing standing) {
    var teaser = standing.teaser();
    return teaser == null ? null : new Product.OfTeaser((TeaserId) teaser.id());
  }

  /** A duplicate that is newer still raises the stored order. */
  private @Nullable Receipt same(
      ReceiptDraft receipt, Standing standing, MediaPart known, MediaPart again) {
    var before = receipt.known();
    if (before != null && before.id().equals(known.delivery().receiptId()))
      return tries.receipted(new ReceiptChange(before, before.lookedAtAgain()));
    var change = receipt.outcome(Outcome.DUPLICATE, product(standing), null);
    var bundle = requireNonNull(standing.bundle());
    if (again.delivery().order().compareTo(known.delivery().order()) <= 0)
      return tries.receipted(change);
    var raised = bundle.with(known.raisedTo(again.delivery()));
    var media =
        new MediaChange(
            bundle, raised.joinedAs(raised.joined(), raised.publishedFor()), false, List.of());
    return tries.written(change, new Commit(List.of(), null, List.of(change), null, media));
  }

  private @Nullable Receipt taken(
      ReceiptDraft receipt,
      MediaParcel parcel,
      Standing standing,
      MediaPart part,
      List<KnownPicture> pictures) {
    var current = standing.teaser();
    var edit = edit(parcel, current);
    var before = bundle(parcel, standing, edit.id());
    var with = before.with(part);
    var receipts = new ArrayList<ReceiptChange>();
    var joined = JoinedMedia.of(with, forms);
    if (joined.wrongUnit().isPresent()) {
      if (part.kind() == MediaPart.Kind.METADATA) throw wrongUnit(joined);
      // The metadata came first, and would have been refused had they come second.
      var metadata = with.metadata().orElseThrow();
      receipts.addAll(refused(metadata, joined));
      with = with.without(metadata.slot());
      joined = JoinedMedia.of(with, forms);
    }
    if (tellsOfDuration(part)) joined.warnings().forEach(receipt::warn);
    if (part.kind() == MediaPart.Kind.METADATA && current != null)
      warnOfEditor(receipt, current, parcel);
    save(receipt, edit, current, before, joined.content(), part);
    var publishedFor = place(receipt, edit, current, before, with);
    var change =
        receipt.outcome(
            standing.part(part.slot()).isEmpty() ? Outcome.ACCEPTED : Outcome.UPDATED,
            new Product.OfTeaser(edit.id()),
            edit.headRevision());
    receipts.addFirst(change);
    var after = with.joinedAs(forms.stored(joined.content()), publishedFor);
    var media = new MediaChange(standing.bundle(), after, claims(parcel, standing), pictures);
    return written(edit, change, new Commit(List.of(), null, receipts, null, media));
  }

  /** A poster or subtitles that come late are not at fault for what the others say. */
  private static boolean tellsOfDuration(MediaPart part) {
    return switch (part.kind()) {
      case METADATA, FILM -> true;
      case POSTER, SUBTITLES -> false;
    };
  }

  private TeaserEdit edit(MediaParcel parcel, @Nullable Publication current) {
    return current == null ? desk.begin(parcel.caller()) : desk.edit(current, parcel.caller());
  }

  private MediaBundle bundle(MediaParcel parcel, Standing standing, TeaserId id) {
    var known = standing.bundle();
    if (known != null) return known;
    var name = parcel.target() instanceof MediaParcel.Target.Named(var given) ? given : null;
    return MediaBundle.empty(id, name, forms.stored(Fragments.nothing()));
  }

  private static boolean claims(MediaParcel parcel, Standing standing) {
    return parcel.target() instanceof MediaParcel.Target.Named && standing.bundle() == null;
  }

  private @Nullable Receipt written(TeaserEdit edit, ReceiptChange change, Commit rest) {
    if (edit.changesNothing()) return tries.written(change, rest);
    return tries.after(
        edit.commit((changes, _) ->
            new Commit(changes, rest.origin(), rest.receipts(), null, rest.media())),
        change);
  }

  /** Saves what the files come to, over what an editor has set only where the provider says so. */
  private void save(
      ReceiptDraft receipt,
      TeaserEdit edit,
      @Nullable Publication current,
      MediaBundle before,
      TeaserContent joined,
      MediaPart part) {
    var content = joined;
    if (current != null) {
      var ordered = part.kind() == MediaPart.Kind.METADATA ? forms.read(part.said()) : null;
      var merged = TeaserMerge.of(forms.read(before.joined()), edit.content(), joined, ordered);
      merged.warnings().forEach(receipt::warn);
      content = merged.content();
    }
    var faults = TeaserRules.faults(content, "");
    if (!faults.isEmpty()) throw new Unfit(faults);
    edit.save(content);
  }

  /**
   * Decides what the public sees of it: a publish time of the provider counts once, and what was
   * public already, or is scheduled, goes on with the new file, unless an editor's draft lies in
   * between.
   *
   * @return the publish time that was obeyed last
   */
  private @Nullable Instant place(
      ReceiptDraft receipt,
      TeaserEdit edit,
      @Nullable Publication current,
      MediaBundle before,
      MediaBundle after) {
    var publishAt = after.metadata().map(MediaPart::publishAt).orElse(null);
    if (current != null && current.statusAt(clock.instant()) == Status.WITHDRAWN) {
      receipt.warn(STAYS_WITHDRAWN);
      return before.publishedFor();
    }
    if (publishAt != null && !publishAt.equals(before.publishedFor())) {
      edit.publish(edit.headRevision(), publishAt);
      return publishAt;
    }
    edit.keepUp();
    return before.publishedFor();
  }

  private void warnOfEditor(ReceiptDraft receipt, Publication current, MediaParcel parcel) {
    stores
        .content()
        .revision(current.id(), current.head())
        .filter(head -> !head.savedBy().equals(parcel.caller().name()))
        .ifPresent(head ->
            receipt.warn(
                "It stands over revision %d, which %s saved."
                    .formatted(head.number(), head.savedBy())));
  }

  private static Unfit wrongUnit(JoinedMedia joined) {
    return new Unfit(List.of(Fault.at("/duration", joined.wrongUnit().orElseThrow())));
  }

  /** The receipt of metadata that turn out not to mean the film. */
  private List<ReceiptChange> refused(MediaPart metadata, JoinedMedia joined) {
    var id = metadata.delivery().receiptId();
    if (id == null) return List.of();
    var fault = Fault.at("/duration", joined.wrongUnit().orElseThrow());
    var problem = new Receipt.Problem("invalid", fault.detail(), List.of(fault));
    return stores.receipts().find(id).stream().map(taken -> refused(taken, problem)).toList();
  }

  private ReceiptChange refused(Receipt taken, Receipt.Problem problem) {
    var refused = taken.refused(problem);
    var fileName = refused.key().substring(refused.key().lastIndexOf('/') + 1);
    stores
        .drops()
        .reject(
            refused.id(),
            fileName,
            refused.key(),
            refused.objectVersion(),
            receiptForms.problem(refused));
    return new ReceiptChange(taken, refused);
  }

  private @Nullable Receipt killed(
      ReceiptDraft receipt, MediaParcel parcel, OriginRecord.Delivery kill) {
    var standing = standing(parcel);
    var known = standing.bundle() == null ? null : standing.bundle().kill();
    return switch (Comparison.of(kill, known)) {
      case FIRST, NEWER, WINS -> withdrawn(receipt, parcel, standing, kill);
      case SAME ->
          kill.order().compareTo(requireNonNull(known).order()) > 0
              ? withdrawn(receipt, parcel, standing, kill)
              : left(receipt, standing, Outcome.DUPLICATE);
      case OLDER -> left(receipt, standing, Outcome.STALE);
      case LOSES -> left(receipt, standing, Outcome.CONFLICT);
    };
  }

  private @Nullable Receipt withdrawn(
      ReceiptDraft receipt, MediaParcel parcel, Standing standing, OriginRecord.Delivery kill) {
    var current = standing.teaser();
    var edit = edit(parcel, current);
    var before = bundle(parcel, standing, edit.id());
    var joined = JoinedMedia.of(before, forms).content();
    if (current == null) edit.save(joined);
    if (current == null || current.statusAt(clock.instant()) != Status.WITHDRAWN)
      edit.kill(requireNonNull(kill.reason()));
    var change = receipt.outcome(Outcome.WITHDRAWN, new Product.OfTeaser(edit.id()), null);
    var after = before.joinedAs(forms.stored(joined), before.publishedFor()).withKill(kill);
    var media = new MediaChange(standing.bundle(), after, claims(parcel, standing), List.of());
    return written(edit, change, new Commit(List.of(), null, List.of(change), null, media));
  }
}
