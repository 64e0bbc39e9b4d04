package extrablatt.formats.page;

import extrablatt.domain.Fault;
import extrablatt.domain.articles.Image;
import extrablatt.domain.ingest.Reading;
import extrablatt.formats.foreign.Fields;
import extrablatt.formats.foreign.Film;
import extrablatt.formats.foreign.ForeignArticle;
import extrablatt.formats.json.ForeignJson;
import extrablatt.formats.markup.Values;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;
import org.jsoup.nodes.Document;

/** A page about a film alone, as schema.org's VideoObject describes it. */
final class PageFilm {
  private static final String REGION_WANTED =
      "must name countries by their ISO 3166-1 codes: nobody could say where the film may be shown";

  private PageFilm() {}

  static Reading reading(String format, Document page, ForeignJson data) {
    var article = new ForeignArticle();
    var fields = new Fields(data);
    for (var name : List.of("@type", "@context", "@id")) fields.done(name);
    article.guid(fields.text("identifier"));
    article.version(fields.text("version"));
    article.headline(fields.text("name"));
    article.lead(fields.text("description"));
    article.language(fields.text("inLanguage"));
    article.expiresAt(fields.text("expires"), "expires");
    for (var keyword : data.texts("keywords")) {
      for (var part : keyword.split(",", -1)) article.topic(part);
    }
    fields.done("keywords");
    article.canonicalUrl(fields.text("url"));
    if (!article.hasCanonicalUrl())
      article.canonicalUrl(page.select("link[rel=canonical]").attr("href"));
    for (var url : data.texts("thumbnailUrl")) poster(article, url);
    fields.done("thumbnailUrl");
    var film = film(article, fields);
    fields.keepOthers(article);
    return article.film(format, film);
  }

  private static Film film(ForeignArticle article, Fields fields) {
    var film = new Film(article);
    film.date(fields.text("uploadDate"));
    film.date(fields.text("datePublished"));
    article.published(fields.object().text("datePublished"), "datePublished");
    regions(article, fields, "regionsAllowed", film::allow);
    regions(article, fields, "ineligibleRegion", film::deny);
    var publication = fields.object().object("publication");
    if (publication != null && "true".equals(publication.text("isLiveBroadcast"))) film.live();
    film.length(fields.text("duration"));
    film.transcript(fields.text("transcript"));
    film.stream(
        fields.text("contentUrl"),
        fields.text("encodingFormat"),
        fields.text("width"),
        fields.text("height"),
        null);
    return film;
  }

  /** Texts, or places with a name; one that nobody knows refuses the film. */
  private static void regions(
      ForeignArticle article, Fields fields, String name, Predicate<String> taken) {
    var regions = new ArrayList<>(fields.object().texts(name));
    for (var place : fields.object().objects(name)) {
      var country = place.object("address");
      var told = country == null ? place.text("name") : country.text("addressCountry");
      regions.add(told == null ? "" : told);
      if (told == null) article.fault(Fault.at("/" + name, REGION_WANTED));
    }
    for (var region : regions)
      if (!taken.test(region)) article.fault(Fault.at("/" + name, REGION_WANTED));
    if (!regions.isEmpty()) fields.done(name);
    else if (fields.object().asWritten(name) != null)
      article.fault(Fault.at("/" + name, REGION_WANTED));
  }

  private static void poster(ForeignArticle article, String url) {
    var address = Values.picture(url);
    if (address == null || article.hasImage()) article.extra("thumbnailUrl", url);
    else article.image(new Image(address, null, null, null, null, null, List.of()));
  }
}
