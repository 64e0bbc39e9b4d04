package extrablatt.articles;

import extrablatt.domain.ArticleId;
import extrablatt.domain.Caller;
import extrablatt.domain.PublishingException.Conflict;
import extrablatt.domain.articles.Alongside;
import extrablatt.domain.articles.ArticleDesk;
import extrablatt.domain.articles.ArticleDesk.Publish;
import extrablatt.domain.articles.ArticleDesk.Save;
import extrablatt.domain.articles.ArticleView;
import extrablatt.domain.ingest.Order;
import extrablatt.domain.ingest.OriginChange;
import extrablatt.domain.ingest.OriginId;
import extrablatt.domain.ingest.OriginRecord;
import extrablatt.domain.ingest.OriginStore;
import extrablatt.domain.ingest.Product;
import extrablatt.domain.publishing.Commit;
import extrablatt.domain.publishing.Origin;
import extrablatt.formats.json.ContentReading;
import extrablatt.http.Completion;
import extrablatt.http.Idempotency;
import extrablatt.http.NewsroomGuard;
import extrablatt.http.Parameters;
import extrablatt.http.Refusal;
import extrablatt.http.Request;
import extrablatt.http.Response;
import extrablatt.http.Router;
import java.util.List;

/** How an article is made by a call; one that says its guid is known by it from then on. */
final class ArticleCreation {
  private static final String DRAFT =
      "The document says that it is a draft: post it without publish, or mend it.";

  private final ArticleDesk desk;
  private final OriginStore origins;
  private final ArticleBodies bodies;
  private final ArticleAnswers answers;
  private final Idempotency idempotency;

  ArticleCreation(
      ArticleDesk desk,
      OriginStore origins,
      ArticleBodies bodies,
      ArticleAnswers answers,
      Idempotency idempotency) {
    this.desk = desk;
    this.origins = origins;
    this.bodies = bodies;
    this.answers = answers;
    this.idempotency = idempotency;
  }

  Router router() {
    return Router.of("POST /newsroom/articles", idempotency.around(this::create));
  }

  private Response create(Request request, Completion completion) {
    PublishFlag.requireScope(request);
    var caller = NewsroomGuard.caller(request);
    var reading = bodies.creation(request, answers.now());
    var parameters = Parameters.of(request, PublishFlag.NAME, "provider");
    var provider = parameters.text("provider").orElse(caller.name());
    if (provider.isBlank()) throw Refusal.malformed("provider says from whom the article comes.");
    var read = ArticleBodies.accepted(reading, slug -> desk.requireFree(slug, null));
    var publishes = PublishFlag.isSet(request, parameters);
    if (publishes && read.isDraft()) throw Refusal.invalid(DRAFT);
    var publish = publishes ? new Publish(null, ArticleBodies.schedule(read, answers.now())) : null;
    var save = new Save(read.content(), publish);
    var alongside = ArticleAnswers.keeping(completion, answers::created);
    var guid = read.guid();
    if (guid == null) return answers.created(desk.create(save, caller, null, alongside));
    return answers.created(known(save, caller, provider, guid, read, alongside));
  }

  private ArticleView known(
      Save save,
      Caller caller,
      String provider,
      String guid,
      ContentReading.Read read,
      Alongside alongside) {
    var id = OriginId.ofArticle(provider, guid);
    if (origins.find(id).isPresent()) {
      throw new Conflict(
          "The provider " + provider + " has an article with the guid " + guid + " already.");
    }
    var origin = new Origin(provider, guid, read.version(), read.format(), null, read.extra());
    var hash = desk.contentHash(read.content(), save.publish() != null, read.publishAt());
    var delivery = new OriginRecord.Delivery(new Order(read.version(), ""), hash, null, null);
    return desk.create(
        save,
        caller,
        origin,
        (changes, after) -> {
          var whole = alongside.commit(changes, after);
          var product = new Product.OfArticle((ArticleId) after.publication().id());
          var record = new OriginRecord(id, 1, product, delivery, null);
          return new Commit(
              whole.changes(), new OriginChange(null, record), List.of(), whole.answer());
        });
  }
}
