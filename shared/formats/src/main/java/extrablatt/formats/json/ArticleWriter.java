package extrablatt.formats.json;

import extrablatt.domain.articles.ArticleContent;
import extrablatt.domain.articles.Author;
import extrablatt.domain.articles.Correction;
import extrablatt.domain.articles.Related;
import extrablatt.domain.articles.Words;

/** Writes what is said in an article. */
final class ArticleWriter {
  private ArticleWriter() {}

  /** What lists show, too; a slug and an end belong to the editorial state. */
  static void brief(JsonWriter json, ArticleContent article) {
    json.text("kicker", article.kicker());
    json.requiredText("headline", article.headline());
    json.text("lead", article.lead());
    json.text("language", article.language());
    json.text("section", article.section());
    json.texts("topics", article.topics());
    json.list("authors", article.authors(), author -> author(json, author));
    ImageWriter.image(json, "image", article.image());
    json.flag("breaking", article.breaking());
    json.number("urgency", article.urgency());
    json.text("canonicalUrl", article.canonicalUrl());
  }

  /** What lists leave out. */
  static void details(
      JsonWriter json, ArticleContent article, BlockWriter.TeaserWriting teaserBlocks) {
    json.texts("sources", article.sources());
    new BlockWriter(json, teaserBlocks).body(article.body());
    json.list("related", article.related(), related -> related(json, related));
    json.list("corrections", article.corrections(), correction -> correction(json, correction));
  }

  static void counts(JsonWriter json, ArticleContent article) {
    var words = Words.count(article);
    json.number("wordCount", words);
    json.requiredText("readingTime", Words.readingTime(words).toString());
  }

  static void author(JsonWriter json, Author author) {
    json.element(fields -> {
      fields.requiredText("name", author.name());
      fields.text("role", author.role());
    });
  }

  private static void related(JsonWriter json, Related related) {
    json.element(fields -> {
      fields.text("rel", related.rel());
      fields.text("url", related.url());
      fields.text("id", related.id());
      fields.text("title", related.title());
    });
  }

  private static void correction(JsonWriter json, Correction correction) {
    json.element(fields -> {
      fields.time("at", correction.at());
      fields.requiredText("text", correction.text());
    });
  }
}
