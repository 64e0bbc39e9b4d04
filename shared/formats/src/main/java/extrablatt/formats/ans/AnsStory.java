package extrablatt.formats.ans;

import extrablatt.domain.articles.Image;
import extrablatt.domain.ingest.Reading;
import extrablatt.formats.Times;
import extrablatt.formats.foreign.Fields;
import extrablatt.formats.foreign.ForeignArticle;
import extrablatt.formats.foreign.Headlines;
import extrablatt.formats.json.ForeignJson;
import extrablatt.formats.markup.HtmlText;
import extrablatt.formats.markup.Values;
import java.time.Instant;
import java.util.List;
import java.util.StringJoiner;
import org.jspecify.annotations.Nullable;

/** A story of ANS as an article; {@code docs/formats/ans.md} says where each property goes. */
final class AnsStory {
  private final ForeignJson story;
  private final ForeignArticle article = new ForeignArticle();
  private final Fields fields;

  AnsStory(ForeignJson story) {
    this.story = story;
    this.fields = new Fields(story);
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

  private void identity() {
    article.guid(fields.text("_id"));
    var revision = fields.object("revision");
    if (revision != null) article.extras("revision", revision);
    var updated = time(story.text("last_updated_date"));
    if (updated != null) article.version(Long.toString(Math.max(0, updated.toEpochMilli())));
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
      if (basic != null) article.kicker(basic.text("text"));
      article.extras("label", label, "basic");
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
      for (var by : credits.objects("by")) article.author(by.text("name"), role(by));
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
    if (primary != null) article.section(primary.text("name"));
    for (var section : taxonomy.objects("sections")) {
      var name = section.text("name");
      if (primary == null || name == null || !name.equals(primary.text("name")))
        article.section(name);
    }
    for (var tag : taxonomy.objects("tags")) article.topic(tag.text("text"));
    article.extras("taxonomy", taxonomy, "primary_section", "sections", "tags");
  }

  /** The picture that stands for the story. */
  private void promotion() {
    var items = fields.object("promo_items");
    if (items == null) return;
    for (var name : items.names()) {
      var item = items.object(name);
      var image = item == null ? null : image(item);
      if (image != null && (name.equals("basic") || name.equals("lead_art"))) article.image(image);
      else for (var value : items.shown(name)) article.extra("promo_items." + name, value);
    }
  }

  /** An image element, or none if it has no address. */
  static @Nullable Image image(ForeignJson element) {
    if (!"image".equals(element.text("type"))) return null;
    var url = Values.address(element.text("url"));
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
