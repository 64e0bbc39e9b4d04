package extrablatt.formats.json;

import extrablatt.domain.articles.Author;
import extrablatt.domain.articles.Image;
import extrablatt.domain.articles.PublishedArticle;
import extrablatt.domain.articles.Related;
import extrablatt.domain.articles.Words;
import extrablatt.domain.publishing.Rendering;
import extrablatt.domain.videos.ShownTeaser;
import extrablatt.domain.videos.TeaserContent;
import extrablatt.formats.published.BodyHtml;
import extrablatt.formats.published.Identity;
import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** An article in ninjs 3.0 (IPTC News in JSON, http://www.iptc.org/std/ninjs/). */
final class NinjsWriter {
  private final JsonWriter json;
  private final PublishedArticle article;

  private NinjsWriter(JsonWriter json, PublishedArticle article) {
    this.json = json;
    this.article = article;
  }

  static Rendering of(PublishedArticle article) {
    return JsonWriter.rendering(null, json -> new NinjsWriter(json, article).write());
  }

  private void write() {
    var content = article.content();
    var span = article.span();
    json.requiredText("uri", Identity.article(article.id()));
    json.object(
        "standard",
        standard -> {
          standard.requiredText("name", "ninjs");
          standard.requiredText("version", "3.0");
          standard.requiredText("schema", "http://www.iptc.org/std/ninjs/ninjs-schema_3.0.json");
        });
    json.requiredText("type", "text");
    json.requiredText("version", String.valueOf(span.revision()));
    json.time("firstCreated", article.firstPublishedAt());
    json.time("versionCreated", span.updatedAt());
    json.requiredText("pubStatus", "usable");
    json.time("expires", span.expiresAt());
    json.number("urgency", content.urgency());
    json.text("language", content.language());
    var slug = span.slug();
    json.text("slugline", slug == null ? null : slug.value());
    json.elements("headlines", this::headlines);
    if (content.lead() != null || !content.corrections().isEmpty())
      json.elements("descriptions", this::descriptions);
    json.elements("bodies", this::body);
    if (!content.topics().isEmpty() || content.section() != null)
      json.elements("subjects", this::subjects);
    json.list("infoSources", content.sources(), source -> said("name", source, null));
    json.text("by", content.authors().stream().map(Author::name).collect(Collectors.joining(", ")));
    var url = content.canonicalUrl();
    if (url != null)
      json.elements("renditions", () -> rendition("web", url, "text/html", null, null, null));
    associations();
  }

  private void headlines() {
    said("value", article.content().headline(), null);
    if (article.content().kicker() != null) said("value", article.content().kicker(), "kicker");
  }

  private void descriptions() {
    if (article.content().lead() != null) said("value", article.content().lead(), "summary");
    for (var correction : article.content().corrections())
      said("value", correction.text(), "correction");
  }

  private void subjects() {
    for (var topic : article.content().topics()) said("name", topic, null);
    var section = article.content().section();
    if (section == null) return;
    json.element(fields -> {
      fields.requiredText("name", section);
      fields.requiredText("rel", "section");
    });
  }

  private void said(String name, String value, @Nullable String role) {
    json.element(fields -> {
      fields.text("role", role);
      fields.requiredText(name, value);
    });
  }

  private void body() {
    json.element(fields -> {
      fields.requiredText("contentType", "text/html");
      fields.number("wordCount", Words.count(article.content()));
      fields.requiredText("value", BodyHtml.unconditional(article));
    });
  }

  private void associations() {
    var content = article.content();
    var image = content.image();
    boolean hasPicture = image != null && image.url() != null;
    if (!hasPicture && article.teasers().isEmpty() && content.related().isEmpty()) return;
    json.elements(
        "associations",
        () -> {
          if (image != null && image.url() != null) picture(image, image.url());
          content.related().forEach(this::related);
          article.shown().forEach(this::video);
        });
  }

  private void picture(Image image, String url) {
    json.element(fields -> {
      fields.requiredText("name", "featuremedia");
      fields.requiredText("uri", Identity.picture(url));
      fields.requiredText("type", "picture");
      if (image.caption() != null || image.alt() != null)
        fields.elements(
            "descriptions",
            () -> {
              if (image.caption() != null) said("value", image.caption(), "caption");
              if (image.alt() != null) said("value", image.alt(), "alt");
            });
      fields.text("by", image.credit());
      fields.elements("renditions", () -> renditions(image, url));
    });
  }

  private void renditions(Image image, String url) {
    rendition("main", url, null, image.width(), image.height(), null);
    int number = 1;
    for (var smaller : image.renditions())
      rendition("size-" + number++, smaller.url(), null, smaller.width(), smaller.height(), null);
  }

  private void related(Related related) {
    var uri =
        related.url() == null ? Identity.article(String.valueOf(related.id())) : related.url();
    json.element(fields -> {
      fields.requiredText("name", related.rel() == null ? "related" : related.rel());
      fields.requiredText("uri", uri);
      fields.requiredText("type", "text");
      if (related.title() != null)
        fields.elements("headlines", () -> said("value", String.valueOf(related.title()), null));
    });
  }

  private void video(ShownTeaser shown) {
    var window = shown.window();
    if (window == null) videoFields(shown);
    else json.elementsUnder(window, () -> videoFields(shown));
  }

  private void videoFields(ShownTeaser shown) {
    var teaser = shown.content();
    json.element(fields -> {
      fields.requiredText("name", "video");
      fields.requiredText("uri", Identity.teaser(shown.id()));
      fields.requiredText("type", "video");
      fields.requiredText("version", String.valueOf(shown.span().revision()));
      if (!teaser.name().isEmpty())
        fields.elements("headlines", () -> said("value", teaser.name(), null));
      if (teaser.caption() != null)
        fields.list(
            "descriptions", List.of(teaser.caption()), caption -> said("value", caption, null));
      if (!teaser.streams().isEmpty()) {
        var restriction = shown.restriction();
        if (restriction == null) streams(teaser);
        else fields.fieldsUnder(restriction, () -> streams(teaser));
      }
    });
  }

  private void streams(TeaserContent teaser) {
    json.array(
        "renditions",
        teaser.streams(),
        stream ->
            rendition(
                "stream-" + (teaser.streams().indexOf(stream) + 1),
                stream.url(),
                stream.mediaType(),
                stream.width(),
                stream.height(),
                teaser.duration() == null ? null : teaser.duration().toMillis() / 1000.0));
  }

  private void rendition(
      String name,
      String href,
      @Nullable String contentType,
      @Nullable Integer width,
      @Nullable Integer height,
      @Nullable Double seconds) {
    json.element(fields -> {
      fields.requiredText("name", name);
      fields.requiredText("href", href);
      fields.text("contentType", contentType);
      fields.number("width", width);
      fields.number("height", height);
      fields.decimal("duration", seconds);
    });
  }
}
