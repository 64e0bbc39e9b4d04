package extrablatt.domain.ingest;

import extrablatt.domain.Bytes;
import extrablatt.domain.PublishingException.InvalidContent;
import extrablatt.domain.articles.ArticleDesk;
import extrablatt.domain.ingest.IncomingDocument.Instruction;
import java.util.Optional;

/** Articles that are dropped. */
final class ArticleDrops implements Destination {
  private final ArticleDesk desk;
  private final DocumentReader reader;
  private final DroppedDocuments documents;
  private final DeliveredArticles articles;

  ArticleDrops(
      ArticleDesk desk,
      DocumentReader reader,
      DroppedDocuments documents,
      DeliveredArticles articles) {
    this.desk = desk;
    this.reader = reader;
    this.documents = documents;
    this.articles = articles;
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
        yield deliver(receipt.in(understood.format()), understood);
      }
    };
  }

  private Delivered deliver(ReceiptDraft receipt, Reading.Understood understood) {
    var key = receipt.dropped().key();
    var place = DropPlace.of(key).orElseThrow();
    var document = understood.document();
    var guid = document.guid() == null ? key : document.guid();
    receipt.of(guid, document.warnings());
    try {
      return new Delivered.Receipted(
          switch (document.instruction()) {
            case Instruction.Save save ->
                articles.save(receipt, place, guid, understood, save.content());
            case Instruction.Kill kill ->
                articles.kill(receipt, place, guid, document, kill.reason());
          });
    } catch (InvalidContent invalid) {
      return Delivered.Refused.of("invalid", invalid.faults());
    }
  }

  @Override
  public void settle(Receipt taken) {
    if (taken.product() instanceof Product.OfArticle(var id))
      desk.settle(id, Destination.caller(taken.provider()));
  }
}
