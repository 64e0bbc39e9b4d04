package extrablatt.formats.ans;

import extrablatt.domain.articles.Image;
import extrablatt.domain.ingest.Reading;
import extrablatt.formats.Times;
import extrablatt.formats.foreign.ForeignArticle;
import extrablatt.formats.foreign.Headlines;
import extrablatt.formats.json.ForeignJson;
import extrablatt.formats.markup.HtmlText;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** A story of ANS as an article; {@code docs/formats/ans.md} says where each property goes. */
final class AnsStory {
  private final ForeignJson story;
  private final ForeignArticle article = new ForeignArticle();
  private final Set<String> taken = new HashSet<>(Set.of("type", "version"));

  AnsStory(ForeignJson story) {
    this.story = story;
  }

  Reading reading(String format) {
    identity();
    head();
    credits();
    taxonomy();
    promotion();
    new AnsElements(article).add(take("content_elements"));
    related();
    rest();
    Headlines.complete(article);
    return article.reading(format);
  }

  private void identity() {
    article.guid(text("_id"));
    var revision = story.object("revision");
    if (revision != null) {
      for (var name : revision.names()) {
        for (var value : revision.shown(name)) article.extra("revision." + name, value);
      }
    }
    taken.add("revision");
    var updated = time(story.text("last_updated_date"));
    if (updated != null) article.version(Long.toString(Math.max(0, updated.toEpochMilli())));
    article.language(text("language"));
    article.canonicalUrl(text("canonical_url"));
  }

  private void head() {
    var headlines = story.object("headlines");
    taken.add("headlines");
    if (headlines != null) {
      article.headline(headlines.text("basic"));
      others(headlines, "headlines", "basic");
    }
    var label = story.object("label");
    taken.add("label");
    if (label != null) {
      var basic = label.object("basic");
      if (basic != null) article.kicker(basic.text("text"));
      others(label, "label", "basic");
    }
    lead("subheadlines");
    lead("description");
    var dates =
        List.of(
            "display_date",
            "publish_date",
            "first_publish_date",
            "created_date",
            "last_updated_date");
    for (var date : dates) article.extra(date, text(date));
  }

  /** The first that says something is the lead. */
  private void lead(String name) {
    var texts = story.object(name);
    taken.add(name);
    if (texts == null) return;
    var basic = texts.text("basic");
    if (basic != null && article.hasLead()) article.extra(name, plain(basic));
    else if (basic != null) article.lead(plain(basic));
    others(texts, name, "basic");
  }

  private void others(ForeignJson texts, String name, String taking) {
    for (var other : texts.names()) {
      if (other.equals(taking)) continue;
      for (var value : texts.shown(other)) article.extra(name + "." + other, value);
    }
  }

  private void credits() {
    var credits = story.object("credits");
    taken.add("credits");
    if (credits != null) {
      for (var by : credits.objects("by")) article.author(by.text("name"), role(by));
      others(credits, "credits", "by");
    }
    var source = story.object("source");
    var distributor = story.object("distributor");
    taken.addAll(Set.of("source", "distributor"));
    if (source != null) {
      article.source(source.text("name"));
      others(source, "source", "name");
    }
    if (distributor != null) {
      article.source(distributor.text("name"));
      others(distributor, "distributor", "name");
    }
  }

  private static @Nullable String role(ForeignJson person) {
    return person.text("role") == null ? person.text("byline") : person.text("role");
  }

  private void taxonomy() {
    var taxonomy = story.object("taxonomy");
    taken.add("taxonomy");
    if (taxonomy == null) return;
    var primary = taxonomy.object("primary_section");
    if (primary != null) article.section(primary.text("name"));
    for (var section : taxonomy.objects("sections")) {
      var name = section.text("name");
      if (primary == null || name == null || !name.equals(primary.text("name")))
        article.section(name);
    }
    for (var tag : taxonomy.objects("tags")) article.topic(tag.text("text"));
    for (var keyword : taxonomy.objects("seo_keywords"))
      article.extra("seo_keywords", keyword.text("text"));
    for (var name : taxonomy.names()) {
      if (Set.of("primary_section", "sections", "tags").contains(name)) continue;
      for (var value : taxonomy.shown(name)) article.extra("taxonomy." + name, value);
    }
  }

  /** The picture that stands for the story. */
  private void promotion() {
    var items = story.object("promo_items");
    taken.add("promo_items");
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
    var url = element.text("url");
    if (url == null || !url.strip().matches("(?i)https?://\\S+")) return null;
    return new Image(
        url.strip(),
        orNull(element.text("alt_text")),
        orNull(element.text("caption")),
        credit(element),
        number(element.text("width")),
        number(element.text("height")),
        List.of());
  }

  private static @Nullable String credit(ForeignJson element) {
    var credits = element.object("credits");
    if (credits == null) return null;
    var names = new java.util.StringJoiner(" / ");
    for (var group : List.of("by", "affiliation")) {
      for (var person : credits.objects(group)) {
        var name = person.text("name");
        if (name != null && !name.isBlank()) names.add(name.strip());
      }
    }
    return orNull(names.toString());
  }

  private static @Nullable Integer number(@Nullable String text) {
    return text != null && text.matches("[1-9]\\d{0,4}") ? Integer.valueOf(text) : null;
  }

  private void related() {
    var content = story.object("related_content");
    taken.add("related_content");
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

  private void rest() {
    for (var name : story.names()) {
      if (taken.contains(name)) continue;
      for (var value : story.shown(name)) article.extra(story.spelled(name), value);
    }
  }

  static @Nullable String orNull(@Nullable String text) {
    return text == null || text.isBlank() ? null : text.strip();
  }

  private static String plain(String html) {
    return HtmlText.parsed(html).text();
  }

  private @Nullable String text(String name) {
    taken.add(name);
    return story.text(name);
  }

  private List<ForeignJson> take(String name) {
    taken.add(name);
    return story.objects(name);
  }

  /** Whether a text is a time; for what counts only if it is one. */
  static java.time.@Nullable Instant time(@Nullable String text) {
    return text == null ? null : Times.parsed(text).orElse(null);
  }
}
