package extrablatt.formats.ans;

import static java.util.Objects.requireNonNull;

import extrablatt.domain.articles.Image;
import extrablatt.domain.ingest.Reading;
import extrablatt.formats.Times;
import extrablatt.formats.foreign.Fields;
import extrablatt.formats.foreign.Film;
import extrablatt.formats.foreign.ForeignArticle;
import extrablatt.formats.foreign.Headlines;
import extrablatt.formats.json.ForeignJson;
import extrablatt.formats.markup.HtmlText;
import extrablatt.formats.markup.Values;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.StringJoiner;
import org.jspecify.annotations.Nullable;

/** A story of ANS as an article; {@code docs/formats/ans.md} says where each property goes. */
final class AnsStory {
  /** What is read of a picture. */
  static final String[] PICTURE = {
    "type", "version", "url", "alt_text", "caption", "credits", "width", "height"
  };

  private static final String[] STREAM = {"url", "stream_type", "width", "height", "bitrate"};

  private static final Set<String> LIVE = Set.of("live", "livestream");

  private final ForeignJson story;
  private final ForeignArticle article = new ForeignArticle();
  private final Fields fields;

  AnsStory(ForeignJson story) {
    this.story = story;
    this.fields = new Fields(story);
  }

  /** One that an operation inserts, which knows its id and its time, and whether it is public. */
  AnsStory(ForeignJson story, Operation operation) {
    this(story);
    operation.tell(article);
  }

  Reading reading(String format) {
    identity();
    head();
    credits();
    taxonomy();
    promotion();
    new AnsElements(article).add(fields.objects("content_elements"));
    related();
    fields.text("type");
    fields.text("version");
    fields.keepOthers(article);
    Headlines.complete(article);
    return article.reading(format);
  }

  /** The same for a video, whose duration ANS counts in milliseconds and bitrates in kilobits. */
  Reading film(String format) {
    identity();
    head();
    credits();
    taxonomy();
    promotion();
    var film = new Film(article);
    for (var name : List.of("display_date", "first_publish_date", "created_date"))
      film.date(story.text(name));
    new Release(story, article).regions();
    film.milliseconds(fields.text("duration"));
    for (var stream : fields.objects("streams")) {
      article.extras("streams", stream, STREAM);
      film.stream(
          stream.text("url"),
          mediaType(stream.text("stream_type")),
          stream.text("width"),
          stream.text("height"),
          bits(stream.text("bitrate")));
    }
    var subtitles = fields.object("subtitles");
    if (subtitles != null) {
      for (var file : subtitles.objects("urls")) {
        film.subtitles(file.text("url"), null);
        article.extras("subtitles", file, "url");
      }
      article.extras("subtitles", subtitles, "urls");
    }
    var image = fields.object("promo_image");
    var poster = image == null ? null : image(image);
    if (poster != null && !article.hasImage() && mayShow(image, "poster")) article.image(poster);
    film.transcript(fields.text("transcript"));
    if (LIVE.contains(String.valueOf(story.text("video_type")))) film.live();
    fields.text("type");
    fields.text("version");
    fields.keepOthers(article);
    return article.film(format, film);
  }

  private static @Nullable Integer bits(@Nullable String kilobits) {
    return kilobits != null && kilobits.matches("[1-9]\\d{0,5}")
        ? Integer.valueOf(Integer.parseInt(kilobits) * 1_000)
        : null;
  }

  private static @Nullable String mediaType(@Nullable String streamType) {
    return switch (streamType == null ? "" : streamType) {
      case "mp4" -> "video/mp4";
      case "ts", "hls" -> "application/vnd.apple.mpegurl";
      case "webm" -> "video/webm";
      default -> null;
    };
  }

  private void identity() {
    article.guid(fields.text("_id"));
    new Release(story, article).read();
    var revision = fields.object("revision");
    if (revision != null) article.extras("revision", revision);
    var updated = time(story.text("last_updated_date"));
    if (updated != null && !article.hasVersion())
      article.version(Long.toString(Math.max(0, updated.toEpochMilli())));
    article.language(fields.text("language"));
    article.canonicalUrl(fields.text("canonical_url"));
  }

  private void head() {
    var headlines = fields.object("headlines");
    if (headlines != null) {
      article.headline(headlines.text("basic"));
      article.extras("headlines", headlines, "basic");
    }
    var label = fields.object("label");
    if (label != null) {
      var basic = label.object("basic");
      if (basic != null) {
        article.kicker(basic.text("text"));
        article.extras("label.basic", basic, "text");
      }
      article.extras("label", label, "basic");
    }
    for (var correction : fields.objects("corrections")) {
      article.correction(null, Values.orNull(plain(told(correction.text("text")))));
      article.extras("corrections", correction, "type", "text");
    }
    lead("subheadlines");
    lead("description");
  }

  /** The first that says something is the lead. */
  private void lead(String name) {
    var texts = fields.object(name);
    if (texts == null) return;
    var basic = texts.text("basic");
    if (basic != null && article.hasLead()) article.extra(name, plain(basic));
    else if (basic != null) article.lead(plain(basic));
    article.extras(name, texts, "basic");
  }

  private void credits() {
    var credits = fields.object("credits");
    if (credits != null) {
      for (var by : credits.objects("by")) {
        article.author(by.text("name"), role(by));
        article.extras("credits.by", by, "type", "version", "name", "role", "byline");
      }
      article.extras("credits", credits, "by");
    }
    source("source");
    source("distributor");
  }

  private void source(String name) {
    var source = fields.object(name);
    if (source == null) return;
    article.source(source.text("name"));
    article.extras(name, source, "name");
  }

  private static @Nullable String role(ForeignJson person) {
    return person.text("role") == null ? person.text("byline") : person.text("role");
  }

  private void taxonomy() {
    var taxonomy = fields.object("taxonomy");
    if (taxonomy == null) return;
    var primary = taxonomy.object("primary_section");
    if (primary != null) {
      article.section(primary.text("name"));
      article.extras("taxonomy.primary_section", primary, "type", "version", "name");
    }
    for (var section : taxonomy.objects("sections")) {
      var name = section.text("name");
      if (primary == null || name == null || !name.equals(primary.text("name")))
        article.section(name);
      article.extras("taxonomy.sections", section, "type", "version", "name");
    }
    for (var tag : taxonomy.objects("tags")) {
      article.topic(tag.text("text"));
      article.extras("taxonomy.tags", tag, "text");
    }
    article.extras("taxonomy", taxonomy, "primary_section", "sections", "tags");
  }

  /** The picture that stands for the story. */
  private void promotion() {
    var items = fields.object("promo_items");
    if (items == null) return;
    for (var name : items.names()) {
      var item = items.object(name);
      var image = item == null ? null : image(item);
      if (image != null && !mayShow(item, "promotion picture")) continue;
      if (image != null && (name.equals("basic") || name.equals("lead_art"))) {
        article.image(image);
        article.extras("promo_items." + name, requireNonNull(item), PICTURE);
      } else for (var value : items.shown(name)) article.extra("promo_items." + name, value);
    }
  }

  private boolean mayShow(@Nullable ForeignJson item, String what) {
    return item == null || article.mayShow(null, Release.until(item), "the " + what);
  }

  private static String told(@Nullable String text) {
    return text == null ? "" : text;
  }

  /** An image element, or none if it has no address. */
  static @Nullable Image image(ForeignJson element) {
    if (!"image".equals(element.text("type"))) return null;
    var url = Values.picture(element.text("url"));
    if (url == null) return null;
    return new Image(
        url,
        Values.orNull(element.text("alt_text")),
        Values.orNull(element.text("caption")),
        credit(element),
        Values.pixels(element.text("width")),
        Values.pixels(element.text("height")),
        List.of());
  }

  private static @Nullable String credit(ForeignJson element) {
    var credits = element.object("credits");
    if (credits == null) return null;
    var names = new StringJoiner(" / ");
    for (var group : List.of("by", "affiliation")) {
      for (var person : credits.objects(group)) {
        var name = person.text("name");
        if (name != null && !name.isBlank()) names.add(name.strip());
      }
    }
    return Values.orNull(names.toString());
  }

  private void related() {
    var content = fields.object("related_content");
    if (content == null) return;
    for (var name : content.names()) {
      for (var item : content.objects(name)) {
        var headlines = item.object("headlines");
        var title = headlines == null ? null : headlines.text("basic");
        var url = item.text("canonical_url");
        var id = item.text("_id");
        article.related(name, url == null ? id : url, title);
        article.extras("related_content", item, "type", "version", "canonical_url", "headlines");
      }
    }
  }

  private static String plain(String html) {
    return HtmlText.parsed(html).text();
  }

  /** Whether a text is a time; for what counts only if it is one. */
  static @Nullable Instant time(@Nullable String text) {
    return text == null ? null : Times.parsed(text).orElse(null);
  }
}
