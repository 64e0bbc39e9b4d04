package extrablatt.domain.ingest;

import extrablatt.domain.Bytes;
import extrablatt.domain.PublishingException.InvalidContent;
import extrablatt.domain.articles.ArticleDesk;
import extrablatt.domain.ingest.IncomingDocument.Instruction;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/** Articles that are dropped. */
final class ArticleDrops implements Destination {
  private final ArticleDesk desk;
  private final DocumentReader reader;
  private final DroppedDocuments documents;
  private final DeliveredArticles articles;
  private final DeliveredTeasers teasers;
  private final DeliveredLiveblogs liveblogs;
  private final Enclosures enclosures;
  private final ReceiptStore receipts;

  ArticleDrops(
      ArticleDesk desk,
      DocumentReader reader,
      DroppedDocuments documents,
      DeliveredArticles articles,
      DeliveredTeasers teasers,
      DeliveredLiveblogs liveblogs,
      Enclosures enclosures,
      ReceiptStore receipts) {
    this.desk = desk;
    this.reader = reader;
    this.documents = documents;
    this.articles = articles;
    this.teasers = teasers;
    this.liveblogs = liveblogs;
    this.enclosures = enclosures;
    this.receipts = receipts;
  }

  @Override
  public Optional<String> provider(String key) {
    return DropPlace.of(key).map(DropPlace::provider);
  }

  @Override
  public String elsewhere() {
    return "The key stands outside publish/{provider}/ and drafts/{provider}/; drop the document there.";
  }

  @Override
  public Delivered deliver(ReceiptDraft receipt) {
    return documents.read(receipt.dropped(), source -> deliver(receipt, source));
  }

  @Override
  public void reject(Dropped dropped, Bytes problem) {
    documents.reject(dropped, problem);
  }

  private Delivered deliver(ReceiptDraft receipt, Source source) {
    return switch (reader.read(source)) {
      case Reading.Refused refused -> {
        receipt.in(refused.format());
        yield Delivered.Refused.of(refused.problem(), refused.faults());
      }
      case Reading.Understood understood -> {
        documents.keepOriginal(receipt, source);
        var key = receipt.dropped().key();
        var guid = understood.document().guid();
        yield deliver(receipt.in(understood.format()), understood, guid == null ? key : guid, null);
      }
      case Reading.Several several -> {
        documents.keepOriginal(receipt, source);
        var place = DropPlace.of(receipt.dropped().key()).orElseThrow();
        enclosures.send(place.provider(), several.enclosures());
        yield deliver(receipt.in(several.format()), several);
      }
    };
  }

  /**
   * Each document is a delivery by itself. What an earlier attempt has finished stays as it is, so
   * that after a crash the rest follows; what was refused is tried again if somebody asks for that.
   */
  private Delivered deliver(ReceiptDraft receipt, Reading.Several several) {
    var place = DropPlace.of(receipt.dropped().key()).orElseThrow();
    var members = new Members(several.members(), receipt.dropped().key(), place, liveblogs);
    var known = known(receipt, several.members().size());
    var taken = new TreeMap<Integer, Receipt>();
    for (int number : members.inOrder()) {
      var before = known.get(receipt.dropped().memberId(number));
      taken.put(
          number,
          before != null && stands(receipt, before)
              ? before
              : member(receipt.member(number, before), members, number));
    }
    return new Delivered.Several(List.copyOf(taken.values()), several.warnings());
  }

  /** The receipts that documents of the object have, by their ids. */
  private Map<String, Receipt> known(ReceiptDraft receipt, int number) {
    var ids = IntStream.range(0, number).mapToObj(receipt.dropped()::memberId).toList();
    return receipts.findAll(ids).stream().collect(Collectors.toMap(Receipt::id, member -> member));
  }

  private static boolean stands(ReceiptDraft receipt, Receipt member) {
    boolean isAskedFor = receipt.known() != null && receipt.known().outcome() != Outcome.FAILED;
    return !(isAskedFor && member.outcome() == Outcome.REJECTED);
  }

  private Receipt member(ReceiptDraft receipt, Members members, int number) {
    var member = members.get(number);
    return switch (member.reading()) {
      case Reading.Understood understood ->
          switch (deliver(
              receipt.in(understood.format()),
              understood,
              members.guid(number),
              members.liveblog(number))) {
            case Delivered.Receipted(var standing) -> standing;
            case Delivered.Refused(var problem, _) -> refused(receipt, problem);
            case Delivered.Several _, Delivered.Gone _ ->
                throw new IllegalStateException("one document came to something else");
          };
      case Reading.Refused refused -> {
        receipt.in(refused.format()).of(member.name(), List.of());
        yield refused(receipt, Delivered.Refused.of(refused.problem(), refused.faults()).problem());
      }
      case Reading.Several _ ->
          throw new IllegalStateException("a document among several holds several itself");
    };
  }

  private Receipt refused(ReceiptDraft receipt, Receipt.Problem problem) {
    var change = receipt.refusal(Outcome.REJECTED, problem);
    if (receipts.save(change)) return change.after();
    return receipts
        .find(receipt.id())
        .orElseThrow(() -> new IllegalStateException("receipt " + receipt.id() + " has vanished"));
  }

  /**
   * Takes in one document.
   *
   * @param liveblog the guid of the liveblog that it belongs to if it is an entry
   */
  private Delivered deliver(
      ReceiptDraft receipt, Reading.Understood understood, String guid, @Nullable String liveblog) {
    var place = DropPlace.of(receipt.dropped().key()).orElseThrow();
    var document = understood.document();
    receipt.of(guid, document.warnings());
    try {
      return switch (document.instruction()) {
        case Instruction.Save save ->
            receipted(articles.save(receipt, place, guid, understood, save.content()));
        case Instruction.SaveTeaser save ->
            receipted(teasers.save(receipt, place, guid, understood, save.content()));
        case Instruction.SaveLiveblog save ->
            liveblogs.save(receipt, place, guid, understood, save);
        case Instruction.SaveEntry save ->
            liveblogs.save(receipt, place, liveblog, guid, understood, save.content());
        case Instruction.Kill kill ->
            receipted(articles.kill(receipt, place, guid, document, kill.reason()));
      };
    } catch (InvalidContent invalid) {
      return Delivered.Refused.of("invalid", invalid.faults());
    }
  }

  private static Delivered receipted(Receipt standing) {
    return new Delivered.Receipted(standing);
  }

  @Override
  public void settle(Receipt taken) {
    settle(taken.product(), taken.provider());
    for (var line : taken.documents()) settle(line.product(), taken.provider());
  }

  private void settle(@Nullable Product product, @Nullable String provider) {
    if (product instanceof Product.OfArticle(var id)) desk.settle(id, Destination.caller(provider));
  }
}
