package extrablatt.formats.published;

import extrablatt.domain.articles.ArticleContent;
import extrablatt.domain.articles.PublishedArticle;
import extrablatt.domain.articles.Related;
import extrablatt.domain.publishing.Rendering;
import extrablatt.formats.Times;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;

/**
 * An article as a news item of NewsML-G2 (IPTC, version 2.34, power conformance) with its body in
 * XHTML. The schema wants the elements in this order.
 */
final class NewsMl {
  /** What IPTC's own code aliases stand for. */
  private static final String CATALOG =
      "http://www.iptc.org/std/catalog/catalog.IPTC-G2-Standards_32.xml";

  private final PublishedArticle article;
  private final ArticleContent content;
  private final PieceWriter out = new PieceWriter();

  private NewsMl(PublishedArticle article) {
    this.article = article;
    this.content = article.content();
  }

  static Rendering of(PublishedArticle article) {
    var writer = new NewsMl(article);
    writer.write();
    return writer.out.rendering();
  }

  private void write() {
    out.add("<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<newsItem")
        .add(Markup.attribute("xmlns", "http://iptc.org/std/nar/2006-10-01/"))
        .add(Markup.attribute("guid", Identity.article(article.id())))
        .add(Markup.attribute("version", article.span().revision()))
        .add(" standard=\"NewsML-G2\" standardversion=\"2.34\" conformance=\"power\"")
        .add(Markup.attribute("xml:lang", content.language()))
        .add(">\n<catalogRef")
        .add(Markup.attribute("href", CATALOG))
        .add("/>\n");
    itemMeta();
    contentMeta();
    contentSet();
    out.add("</newsItem>\n");
  }

  private void itemMeta() {
    out.add("<itemMeta>\n<itemClass qcode=\"ninat:text\"/>\n<provider literal=\"extrablatt\"/>\n");
    element("versionCreated", "", Times.text(article.span().updatedAt()));
    element("firstCreated", "", Times.text(article.firstPublishedAt()));
    out.add("<pubStatus qcode=\"stat:usable\"/>\n");
    if (content.section() != null)
      named(
          "service", Markup.attribute("uri", urn("section", content.section())), content.section());
    element("title", "", content.headline());
    if (content.breaking())
      out.add("<signal").add(Markup.attribute("uri", Identity.BREAKING)).add("/>\n");
    element("altRep", " contenttype=\"text/html\"", content.canonicalUrl());
    var expires = article.span().expiresAt();
    element("expires", "", expires == null ? null : Times.text(expires));
    content.related().forEach(this::link);
    out.add("</itemMeta>\n");
  }

  private void link(Related related) {
    var id = related.id();
    out.add("<link")
        .add(related.rel() == null ? "" : Markup.attribute("reluri", urn("rel", related.rel())))
        .add(Markup.attribute("href", related.url()))
        .add(Markup.attribute("residref", id == null ? null : Identity.article(id)))
        .add(Markup.attribute("title", related.title()))
        .add("/>\n");
  }

  private void contentMeta() {
    out.add("<contentMeta>\n");
    var image = content.image();
    if (image != null && image.url() != null)
      out.add("<icon")
          .add(Markup.attribute("href", image.url()))
          .add(Markup.attribute("width", image.width()))
          .add(Markup.attribute("height", image.height()))
          .add("/>\n");
    var urgency = content.urgency();
    element("urgency", "", urgency == null ? null : urgency.toString());
    for (var source : content.sources())
      named("infoSource", Markup.attribute("literal", source), source);
    for (var author : content.authors())
      named(
          "creator",
          Markup.attribute("literal", author.name())
              + (author.role() == null
                  ? ""
                  : Markup.attribute("roleuri", Identity.authorsRole(author.role()))),
          author.name());
    if (content.language() != null)
      out.add("<language").add(Markup.attribute("tag", content.language())).add("/>\n");
    for (var topic : content.topics()) named("subject", Markup.attribute("literal", topic), topic);
    element("headline", "", content.headline());
    element("headline", Markup.attribute("roleuri", urn("role", "kicker")), content.kicker());
    element("description", " role=\"drol:summary\"", content.lead());
    for (var correction : content.corrections())
      element(
          "description", Markup.attribute("roleuri", urn("role", "correction")), correction.text());
    out.add("</contentMeta>\n");
  }

  private void contentSet() {
    out.add("<contentSet>\n<inlineXML contenttype=\"application/xhtml+xml\">")
        .add("<html xmlns=\"http://www.w3.org/1999/xhtml\"><head><title>")
        .add(Markup.escaped(content.headline()))
        .add("</title></head>\n<body>\n");
    var image = content.image();
    if (image != null) out.add(BodyHtml.figure(" class=\"featuremedia\"", image)).add("\n");
    new BodyHtml(out, article, true).blocks(content.body());
    out.add("</body></html></inlineXML>\n</contentSet>\n");
  }

  private void named(String element, String attributes, String name) {
    out.add("<" + element + attributes + ">");
    out.add("<name>" + Markup.escaped(name) + "</name></" + element + ">\n");
  }

  private void element(String name, String attributes, @Nullable String text) {
    if (text != null && !text.isBlank())
      out.add("<" + name + attributes + ">" + Markup.escaped(text) + "</" + name + ">\n");
  }

  private static String urn(String kind, String value) {
    var encoded = URLEncoder.encode(value, StandardCharsets.UTF_8).replace("+", "%20");
    return "urn:extrablatt:" + kind + ":" + encoded;
  }
}
