package extrablatt.formats.newsml;

import extrablatt.domain.articles.Block;
import extrablatt.formats.foreign.ForeignArticle;
import extrablatt.formats.markup.MarkupBlocks;
import extrablatt.formats.markup.Values;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.jsoup.nodes.Element;
import org.jspecify.annotations.Nullable;

/**
 * The groups of a package, from its root downwards: each is a heading and a list of what it points
 * to; pictures and films on the web are shown.
 */
final class Groups {
  private static final Set<String> HINTS = Set.of("headline", "title", "description");

  private final Element item;
  private final ForeignArticle article;
  private final Element html = new Element("div");
  private final Set<Element> seen = new HashSet<>();

  Groups(Element item, ForeignArticle article) {
    this.item = item;
    this.article = article;
  }

  /** The names of the items that a package points to. */
  static Stream<String> members(Element item) {
    return item.select("> groupSet > group > itemRef").stream()
        .flatMap(member -> Stream.of(member.attr("residref"), member.attr("href")))
        .filter(name -> !name.isBlank());
  }

  /** Adds them to the article. */
  void add() {
    var groups = item.select("> groupSet > group");
    var root = item.select("> groupSet").attr("root");
    for (var group : groups) {
      if (group.id().equals(root)) add(group);
    }
    // What the root does not lead to is there for somebody, too.
    for (var group : groups) add(group);
    for (var block : MarkupBlocks.of(html, article)) {
      if (block instanceof Block.Picture(var image)) article.image(image);
      else article.blocks(List.of(block));
    }
  }

  private void add(Element group) {
    if (!seen.add(group)) return;
    for (var title : group.select("> title, > name")) html.appendElement("h2").text(title.text());
    Element list = null;
    for (var member : group.children()) {
      switch (member.tagName()) {
        case "groupRef" -> {
          list = null;
          item.select("> groupSet > group").stream()
              .filter(other -> other.id().equals(member.attr("idref")))
              .forEach(this::add);
        }
        case "itemRef", "conceptRef" -> {
          kept(member);
          var shown = shown(member);
          if (shown != null) html.appendChild(shown);
          else if (isNamed(member)) {
            if (list == null || isOver(list)) list = html.appendElement("ul");
            list.appendChild(line(member, group));
          }
        }
        case "title", "name" -> {}
        default -> article.extra("group." + member.tagName(), member.text());
      }
    }
  }

  /** Whether something else came after a list. */
  private static boolean isOver(Element list) {
    return list.nextElementSibling() != null;
  }

  /** A picture or a film by itself; null for anything else. */
  private @Nullable Element shown(Element member) {
    var kind = NewsItem.code(member.selectFirst("> itemClass"));
    var type = member.attr("contenttype");
    boolean isPicture = type.startsWith("image/");
    boolean isFilm = kind.equals("video") && type.startsWith("video/");
    if (!isPicture && !isFilm) return null;
    var address =
        isPicture ? Values.picture(member.attr("href")) : Values.address(member.attr("href"));
    if (address == null) return null;
    var title = String.join(": ", hints(member));
    if (isFilm) return new Element("iframe").attr("src", address).attr("title", title);
    var figure = new Element("figure");
    figure.appendElement("img").attr("src", address);
    if (!title.isEmpty()) figure.appendElement("figcaption").text(title);
    return figure;
  }

  private Element line(Element member, Element group) {
    var line = new Element("li");
    var hints = hints(member);
    var address = Values.address(member.attr("href"));
    var name = hints.isEmpty() ? member.attr("href") : hints.getFirst();
    if (address == null) line.appendText(name);
    else {
      line.appendElement("a").attr("href", address).text(name);
      var role = group.attr("role").replaceFirst("^.*[:/]", "");
      article.related(role.isEmpty() ? null : role, address, name);
    }
    for (var more : hints.stream().skip(1).toList()) line.appendText(": " + more);
    return line;
  }

  /** What has neither words nor an address has nothing for a reader. */
  private static boolean isNamed(Element member) {
    return !hints(member).isEmpty() || Values.address(member.attr("href")) != null;
  }

  /** What a package says of an item: its headline or title, then its description. */
  private static List<String> hints(Element member) {
    return member
        .select("> headline, > title, > description, > contentMeta > *, > itemMeta > title")
        .stream()
        .filter(hint -> HINTS.contains(hint.tagName()) && !hint.text().isBlank())
        .map(Element::text)
        .distinct()
        .toList();
  }

  private void kept(Element member) {
    for (var attribute : new String[] {"residref", "version", "contenttype", "size"})
      article.extra(member.tagName() + "." + attribute, member.attr(attribute));
    for (var hint : member.children()) {
      if (HINTS.contains(hint.tagName())) continue;
      var code = NewsItem.code(hint);
      article.extra(member.tagName() + "." + hint.tagName(), code.isEmpty() ? hint.text() : code);
    }
  }
}
