package extrablatt.formats.published;

import static extrablatt.formats.published.Articles.FULL;
import static extrablatt.formats.published.Articles.published;
import static extrablatt.formats.published.Articles.text;
import static org.assertj.core.api.Assertions.assertThat;

import extrablatt.domain.articles.ArticleContent;
import extrablatt.domain.articles.Block;
import extrablatt.domain.publishing.Variant;
import java.io.StringReader;
import java.util.ArrayList;
import java.util.List;
import javax.xml.XMLConstants;
import javax.xml.parsers.DocumentBuilderFactory;
import org.junit.jupiter.api.Test;
import org.w3c.dom.Document;
import org.w3c.dom.Element;
import org.w3c.dom.Node;
import org.xml.sax.InputSource;

/** The rules of IPTC's schema for NewsML-G2 2.34, as far as what we write touches them. */
final class NewsMlOutTest {
  private static final String G2 = "http://iptc.org/std/nar/2006-10-01/";

  private static final List<String> ITEM =
      List.of("catalogRef", "rightsInfo", "itemMeta", "contentMeta", "contentSet");

  private static final List<String> ITEM_META =
      List.of(
          "itemClass",
          "provider",
          "versionCreated",
          "firstCreated",
          "embargoed",
          "pubStatus",
          "role",
          "fileName",
          "generator",
          "profile",
          "service",
          "title",
          "edNote",
          "memberOf",
          "instanceOf",
          "signal",
          "altRep",
          "deliverableOf",
          "hash",
          "expires",
          "origRep",
          "incomingFeedId",
          "metadataCreator",
          "link");

  private static final List<String> CONTENT_META =
      List.of(
          "icon",
          "urgency",
          "contentCreated",
          "contentModified",
          "digitalSourceType",
          "infoSource",
          "creator",
          "language",
          "genre",
          "keyword",
          "subject",
          "slugline",
          "headline",
          "dateline",
          "by",
          "creditline",
          "description");

  @Test
  void theElementsStandInTheSchemasOrder() {
    var item = parsed(text(Variant.NEWSML_G2, published(FULL))).getDocumentElement();

    assertThat(item.getNamespaceURI()).isEqualTo(G2);
    assertThat(item.getLocalName()).isEqualTo("newsItem");
    ordered(item, ITEM);
    ordered(child(item, "itemMeta"), ITEM_META);
    ordered(child(item, "contentMeta"), CONTENT_META);
  }

  @Test
  void whatTheSchemaRequiresIsThere() {
    for (var content : List.of(FULL, ArticleContent.titled("Nur das"))) {
      var item = parsed(text(Variant.NEWSML_G2, published(content))).getDocumentElement();

      assertThat(item.getAttribute("standard")).isEqualTo("NewsML-G2");
      assertThat(item.getAttribute("standardversion")).matches("[0-9]+\\.[0-9]+");
      assertThat(item.getAttribute("guid")).isEqualTo("urn:extrablatt:article:" + Articles.ID);
      assertThat(item.getAttribute("version")).isEqualTo("3");
      assertThat(names(child(item, "itemMeta")))
          .startsWith("itemClass", "provider", "versionCreated");
      assertThat(child(child(item, "itemMeta"), "itemClass").getAttribute("qcode"))
          .isEqualTo("ninat:text");
      assertThat(names(child(item, "contentSet"))).containsExactly("inlineXML");
    }
  }

  /** No control character gets past the rules of articles today; a feed must not break over one. */
  @Test
  void whatXmlForbidsIsNotInIt() {
    var odd = FULL.withBody(List.of(new Block.Heading(2, "a\u0000b\u000bc\ufffed \ue000")));

    var item = parsed(text(Variant.NEWSML_G2, published(odd)));

    assertThat(item.getDocumentElement().getTextContent()).contains("abcd \ue000");
  }

  private static void ordered(Element parent, List<String> order) {
    var places = names(parent).stream().map(order::indexOf).toList();

    assertThat(places).doesNotContain(-1).isSorted();
  }

  private static List<String> names(Element parent) {
    var names = new ArrayList<String>();
    for (Node node = parent.getFirstChild(); node != null; node = node.getNextSibling())
      if (node instanceof Element element) names.add(element.getLocalName());
    return names;
  }

  private static Element child(Element parent, String name) {
    return (Element) parent.getElementsByTagNameNS(G2, name).item(0);
  }

  private static Document parsed(String xml) {
    try {
      var factory = DocumentBuilderFactory.newInstance();
      factory.setNamespaceAware(true);
      factory.setFeature(XMLConstants.FEATURE_SECURE_PROCESSING, true);
      factory.setFeature("http://apache.org/xml/features/disallow-doctype-decl", true);
      return factory.newDocumentBuilder().parse(new InputSource(new StringReader(xml)));
    } catch (Exception broken) {
      throw new AssertionError(xml, broken);
    }
  }
}
