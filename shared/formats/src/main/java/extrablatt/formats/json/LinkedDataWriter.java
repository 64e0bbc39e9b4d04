package extrablatt.formats.json;

import extrablatt.domain.articles.Correction;
import extrablatt.domain.articles.Image;
import extrablatt.domain.articles.PublishedArticle;
import extrablatt.domain.articles.Related;
import extrablatt.domain.articles.Words;
import extrablatt.domain.publishing.Rendering;
import extrablatt.domain.videos.ShownTeaser;
import extrablatt.formats.Durations;
import extrablatt.formats.published.Identity;
import extrablatt.formats.published.PageText;
import org.jspecify.annotations.Nullable;

/** An article as schema.org's NewsArticle in JSON-LD, safe inside a page's script. */
final class LinkedDataWriter {
  private final JsonWriter json;
  private final PublishedArticle article;

  private LinkedDataWriter(JsonWriter json, PublishedArticle article) {
    this.json = json;
    this.article = article;
  }

  static Rendering of(PublishedArticle article) {
    return JsonWriter.rendering(null, json -> new LinkedDataWriter(json, article).write())
        .replacing('<', "\\u003c");
  }

  private void write() {
    var content = article.content();
    var span = article.span();
    json.requiredText("@context", "https://schema.org");
    json.requiredText("@type", "NewsArticle");
    json.requiredText("@id", Identity.article(article.id()));
    json.requiredText("identifier", article.id().value());
    json.requiredText("version", String.valueOf(span.revision()));
    json.requiredText("headline", content.headline());
    json.text("alternativeHeadline", content.kicker());
    json.text("description", content.lead());
    json.text("inLanguage", content.language());
    json.text("articleSection", content.section());
    json.texts("keywords", content.topics());
    json.list("author", content.authors(), author -> thing("Person", author.name(), author.role()));
    json.list("sourceOrganization", content.sources(), name -> thing("Organization", name, null));
    image(content.image());
    json.time("datePublished", span.publishedAt());
    json.time("dateModified", span.updatedAt());
    json.time("expires", span.expiresAt());
    if (content.canonicalUrl() != null) {
      json.requiredText("url", content.canonicalUrl());
      json.requiredText("mainEntityOfPage", content.canonicalUrl());
    }
    json.list("correction", content.corrections(), this::correction);
    json.list("citation", content.related(), this::related);
    var words = Words.count(content);
    json.number("wordCount", words);
    json.requiredText("timeRequired", Words.readingTime(words).toString());
    json.text("articleBody", PageText.bodyOf(article));
    if (!article.teasers().isEmpty())
      json.elements("video", () -> article.shown().forEach(this::video));
  }

  private void thing(String type, String name, @Nullable String jobTitle) {
    json.element(fields -> {
      fields.requiredText("@type", type);
      fields.requiredText("name", name);
      fields.text("jobTitle", jobTitle);
    });
  }

  private void image(@Nullable Image image) {
    if (image == null || image.url() == null) return;
    json.object(
        "image",
        fields -> {
          fields.requiredText("@type", "ImageObject");
          fields.text("url", image.url());
          fields.text("caption", image.caption() == null ? image.alt() : image.caption());
          fields.text("creditText", image.credit());
          fields.number("width", image.width());
          fields.number("height", image.height());
        });
  }

  private void correction(Correction correction) {
    json.element(fields -> {
      fields.requiredText("@type", "CorrectionComment");
      fields.requiredText("text", correction.text());
      fields.time("datePublished", correction.at());
    });
  }

  private void related(Related related) {
    json.element(fields -> {
      fields.requiredText("@type", "CreativeWork");
      fields.text("@id", related.id() == null ? null : Identity.article(related.id()));
      fields.text("name", related.title());
      fields.text("url", related.url());
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
      fields.requiredText("@type", "VideoObject");
      fields.requiredText("@id", Identity.teaser(shown.id()));
      fields.requiredText("name", teaser.name());
      fields.text("description", teaser.caption());
      var poster = teaser.poster();
      fields.text("thumbnailUrl", poster == null ? null : poster.url());
      fields.time("uploadDate", shown.span().publishedAt());
      fields.time("expires", teaser.availableUntil());
      if (teaser.duration() != null)
        fields.requiredText("duration", Durations.text(teaser.duration()));
      fields.text("transcript", teaser.transcript());
      if (!teaser.streams().isEmpty()) {
        Runnable film = () -> fields.requiredText("contentUrl", teaser.streams().getFirst().url());
        var restriction = shown.restriction();
        if (restriction == null) film.run();
        else fields.fieldsUnder(restriction, film);
      }
    });
  }
}
