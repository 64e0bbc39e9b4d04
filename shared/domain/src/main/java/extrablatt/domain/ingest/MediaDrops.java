package extrablatt.domain.ingest;

import extrablatt.domain.Bytes;
import extrablatt.domain.Caller;
import extrablatt.domain.TeaserId;
import extrablatt.domain.Ulids;
import extrablatt.domain.ingest.MediaParcel.Target;
import extrablatt.domain.ingest.OriginRecord.Delivery;
import extrablatt.domain.media.MediaFile;
import extrablatt.domain.media.MediaPart;
import extrablatt.domain.media.MediaPart.Kind;
import extrablatt.domain.media.MediaStore.Arrival;
import extrablatt.domain.media.Upload;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Media files: those of a teaser that are dropped, and those that were announced and uploaded. */
final class MediaDrops implements Destination {
  /** The object metadata that names a teaser. */
  private static final String TEASER = "teaser";

  private final MediaIntake intake;
  private final IngestStores stores;
  private final DroppedDocuments documents;
  private final DeliveredMedia delivered;
  private final MediaLook look;

  MediaDrops(MediaIntake intake, IngestStores stores, DeliveredMedia delivered) {
    this.intake = intake;
    this.stores = stores;
    this.documents = new DroppedDocuments(stores.drops());
    this.delivered = delivered;
    this.look = new MediaLook(intake);
  }

  @Override
  public Optional<String> provider(String key) {
    return MediaPlace.of(key)
        .flatMap(place ->
            switch (place) {
              case MediaPlace.Dropped dropped -> Optional.of(dropped.name().provider());
              case MediaPlace.Uploaded(var id) -> announced(id, key).map(Upload::announcedBy);
            });
  }

  @Override
  public Optional<Product> meantFor(String key) {
    return MediaPlace.of(key)
        .flatMap(place ->
            switch (place) {
              case MediaPlace.Dropped _ -> Optional.empty();
              case MediaPlace.Uploaded(var id) -> announced(id, key).flatMap(MediaDrops::product);
            });
  }

  private static Optional<Product> product(Upload upload) {
    return Optional.ofNullable(upload.teaser()).map(Product.OfTeaser::new);
  }

  private Optional<Upload> announced(String id, String key) {
    return intake.uploads().find(id).filter(upload -> upload.key().equals(key));
  }

  @Override
  public String elsewhere() {
    return "The key is none of media/{provider}/{name}.{ending}, and no upload was announced for it;"
        + " drop the file there, or announce it by POST /newsroom/uploads.";
  }

  @Override
  public Delivered deliver(ReceiptDraft receipt) {
    var key = receipt.dropped().key();
    receipt.of(key, List.of());
    return switch (MediaPlace.of(key).orElseThrow()) {
      case MediaPlace.Uploaded(var id) -> uploaded(receipt, announced(id, key).orElseThrow());
      case MediaPlace.Dropped place ->
          place.isMetadata() ? metadata(receipt, place) : dropped(receipt, place);
    };
  }

  /** Everything was written in one transaction. */
  @Override
  public void settle(Receipt taken) {}

  @Override
  public void reject(Dropped dropped, Bytes problem) {
    var arrival = new Arrival(dropped.key(), dropped.version());
    intake.files().reject(arrival, dropped.receiptId(), dropped.fileName(), problem);
  }

  // --- metadata
  // -------------------------------------------------------------------------------------

  private Delivered metadata(ReceiptDraft receipt, MediaPlace.Dropped place) {
    receipt.in("json");
    return documents.read(receipt.dropped(), source -> metadata(receipt, place, source));
  }

  private Delivered metadata(ReceiptDraft receipt, MediaPlace.Dropped place, Source source) {
    return switch (intake.metadata().read(source.bytes())) {
      case TeaserDelivery.Reading.Refused(var problem, var faults) ->
          Delivered.Refused.of(problem, faults);
      case TeaserDelivery.Reading.Understood(var document) -> {
        var target = target(place, source.metadata());
        if (target.isEmpty()) yield unknownTeaser(source.metadata().get(TEASER));
        documents.keepOriginal(receipt, source);
        yield metadata(receipt, parcel(target.get(), place), document);
      }
    };
  }

  private Delivered metadata(ReceiptDraft receipt, MediaParcel parcel, TeaserDelivery document) {
    var key = receipt.dropped().key();
    if (document.guid() != null) receipt.of(document.guid(), List.of());
    var order = new Order(document.version(), receipt.dropped().sequencer());
    return switch (document.instruction()) {
      case TeaserDelivery.Instruction.Kill(var reason) -> {
        var kill = new Delivery(order, Bytes.utf8(reason).hash(), receipt.id(), reason);
        yield new Delivered.Receipted(delivered.kill(receipt, parcel, kill));
      }
      case TeaserDelivery.Instruction.Save(var content) -> {
        var said = intake.forms().stored(content);
        var hash = Bytes.utf8(said.text() + "\n" + document.publishAt()).hash();
        var delivery = new Delivery(order, hash, receipt.id(), null);
        yield delivered.deliver(
            receipt,
            parcel,
            new MediaPart(
                key, Kind.METADATA, delivery, said, document.publishAt(), null, document.guid()),
            List.of());
      }
    };
  }

  // --- files
  // ----------------------------------------------------------------------------------------

  private Delivered dropped(ReceiptDraft receipt, MediaPlace.Dropped place) {
    var arrival = arrival(receipt);
    var head = intake.files().head(arrival).orElse(null);
    if (head == null) return new Delivered.Gone();
    var target = target(place, head.metadata());
    if (target.isEmpty()) return unknownTeaser(head.metadata().get(TEASER));
    var file = new MediaFile(receipt.id(), receipt.dropped().fileName());
    var asked = new MediaLook.Asked(arrival, head, file, place.ending(), null, place.language());
    return taken(receipt, parcel(target.get(), place), asked, head.metadata().get("title"));
  }

  private Delivered uploaded(ReceiptDraft receipt, Upload upload) {
    var arrival = arrival(receipt);
    var teaser = upload.teaser();
    var product = product(upload).orElse(null);
    var head = intake.files().head(arrival).orElse(null);
    if (head == null) return new Delivered.Gone();
    if (head.size() != upload.size())
      return Delivered.Refused.of(
              "invalid",
              "The file has %d bytes, but %d were announced; send it whole, or announce it anew."
                  .formatted(head.size(), upload.size()))
          .meantFor(product);
    if (isTaken(upload, receipt)) return conflict(receipt, product);
    var asked =
        new MediaLook.Asked(
            arrival, head, upload.file(), upload.contentType(), upload.kind(), upload.language());
    var caller = new Caller(upload.announcedBy());
    if (teaser == null) return picture(receipt, asked);
    return taken(receipt, new MediaParcel(new Target.Known(teaser), caller), asked, null);
  }

  /** What is handed out never changes, so an address takes one file. */
  private boolean isTaken(Upload upload, ReceiptDraft receipt) {
    var teaser = upload.teaser();
    if (teaser == null) return !intake.library().pictures(List.of(upload.id())).isEmpty();
    return intake
        .library()
        .bundle(teaser)
        .flatMap(bundle -> bundle.part(upload.key()))
        .filter(part -> !receipt.id().equals(part.delivery().receiptId()))
        .isPresent();
  }

  private Delivered conflict(ReceiptDraft receipt, @Nullable Product product) {
    receipt.warn("The upload has its file already, which stays; announce another upload for this.");
    return new Delivered.Receipted(delivered.left(receipt, Outcome.CONFLICT, product));
  }

  private Delivered picture(ReceiptDraft receipt, MediaLook.Asked asked) {
    return switch (look.into(asked)) {
      case MediaLook.Seen.Refused(var problem, var detail) -> Delivered.Refused.of(problem, detail);
      case MediaLook.Seen.Fit seen -> {
        receipt.in(seen.facts().mediaType());
        seen.warnings().forEach(receipt::warn);
        yield new Delivered.Receipted(
            delivered.receive(receipt, look.handOut(asked, seen).pictures()));
      }
    };
  }

  private Delivered taken(
      ReceiptDraft receipt, MediaParcel parcel, MediaLook.Asked asked, @Nullable String title) {
    return switch (look.into(asked)) {
      case MediaLook.Seen.Refused(var problem, var detail) ->
          Delivered.Refused.of(problem, detail).meantFor(DeliveredMedia.product(parcel));
      case MediaLook.Seen.Fit seen -> {
        receipt.in(seen.facts().mediaType());
        seen.warnings().forEach(receipt::warn);
        yield taken(receipt, parcel, asked, seen, title);
      }
    };
  }

  private Delivered taken(
      ReceiptDraft receipt,
      MediaParcel parcel,
      MediaLook.Asked asked,
      MediaLook.Seen.Fit seen,
      @Nullable String title) {
    var dropped = receipt.dropped();
    var order = new Order(null, dropped.sequencer());
    var hash = asked.head().eTag() == null ? dropped.version() : asked.head().eTag();
    var delivery = new Delivery(order, hash, receipt.id(), null);
    var isNews =
        switch (delivered.compare(parcel, dropped.key(), delivery)) {
          case FIRST, NEWER, WINS -> true;
          case SAME, OLDER, LOSES -> false;
        };
    // What an older or the same file would be handed out as, nobody would ever ask for.
    var out = isNews ? look.handOut(asked, seen) : look.asHandedOut(asked, seen);
    out.warnings().forEach(receipt::warn);
    var said = intake.forms().stored(out.said());
    return delivered.deliver(
        receipt,
        parcel,
        new MediaPart(dropped.key(), out.kind(), delivery, said, null, title, null),
        out.pictures());
  }

  private static Arrival arrival(ReceiptDraft receipt) {
    return new Arrival(receipt.dropped().key(), receipt.dropped().version());
  }

  private static MediaParcel parcel(Target target, MediaPlace.Dropped place) {
    return new MediaParcel(target, Destination.caller(place.name().provider()));
  }

  /** The teaser that an object's metadata name, or else the one of its name. */
  private Optional<Target> target(MediaPlace.Dropped place, Map<String, String> metadata) {
    var teaser = metadata.get(TEASER);
    if (teaser == null) return Optional.of(new Target.Named(place.name()));
    if (!Ulids.isUlid(teaser)) return Optional.empty();
    return stores
        .content()
        .find(new TeaserId(teaser))
        .map(known -> new Target.Known(new TeaserId(teaser)));
  }

  private static Delivered unknownTeaser(@Nullable String id) {
    return Delivered.Refused.of(
        "not-found",
        "There is no video teaser "
            + id
            + ", which the object's metadata name as teaser; make it, or leave the metadata out.");
  }
}
