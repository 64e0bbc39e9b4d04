package extrablatt.formats.markup;

import extrablatt.domain.articles.Block;
import extrablatt.domain.articles.Image;
import extrablatt.formats.html.InlineHtml;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Set;
import java.util.regex.Pattern;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Element;
import org.jsoup.nodes.Node;
import org.jsoup.nodes.TextNode;
import org.jspecify.annotations.Nullable;

/**
 * The blocks that a tree of HTML elements comes to, as the HTML Standard names them. No word that a
 * reader would see gets lost: what has no block of its own becomes a paragraph. Scripts, styles and
 * the like say nothing to a reader.
 */
public final class MarkupBlocks {
  private static final Set<String> SILENT =
      Set.of("script", "style", "template", "noscript", "head", "title", "meta", "link", "param");

  private static final Set<String> INLINE =
      Set.of(
          "a", "abbr", "acronym", "b", "bdi", "bdo", "big", "br", "cite", "code", "data", "del",
          "dfn", "em", "font", "i", "ins", "kbd", "label", "mark", "q", "rp", "rt", "ruby", "s",
          "samp", "small", "span", "strike", "strong", "sub", "sup", "time", "tt", "u", "var",
          "wbr");

  private static final Set<String> OWN =
      Set.of(
          "blockquote",
          "ul",
          "ol",
          "menu",
          "dl",
          "table",
          "figure",
          "hr",
          "aside",
          "details",
          "pre");

  /** An article may have 500 blocks; this leaves room for the cells of its tables. */
  private static final int MOST_ELEMENTS = 20_000;

  private static final String TOO_MUCH =
      "holds more than %,d elements, more than an article can".formatted(MOST_ELEMENTS);

  /** How many elements with blocks of their own may stand in one another; each is tried twice. */
  private static final int DEEPEST = 4;

  private static final Set<String> MEDIA =
      Set.of("img", "picture", "iframe", "video", "audio", "embed", "object");

  private static final Pattern HEADING = Pattern.compile("h[1-6]");
  private static final Pattern HOST = Pattern.compile("(?i)^https?://(?:www\\.)?([^/?#:]+)");
  private static final Pattern SPACES = Pattern.compile("[\\s\\u00a0]+");

  private final List<Block> blocks = new ArrayList<>();
  private final StringBuilder inline = new StringBuilder();
  private final Notes notes;
  private final int depth;

  private MarkupBlocks(Notes notes, int depth) {
    this.notes = notes;
    this.depth = depth;
  }

  /**
   * The blocks of what stands in an element.
   *
   * @param notes hear of what a reader would see and no block can hold, and of a text that is
   *     larger than any article; of that there are no blocks
   */
  public static List<Block> of(Element parent, Notes notes) {
    if (isTooMuch(parent)) {
      notes.refuse(TOO_MUCH);
      return List.of();
    }
    return new MarkupBlocks(notes, 0).all(parent);
  }

  /** Whether an element holds more than an article can, so that looking into it is in vain. */
  public static boolean isTooMuch(Element parent) {
    return parent.stream().limit(MOST_ELEMENTS + 1L).count() > MOST_ELEMENTS;
  }

  /** What was said while a block was tried. */
  private static final class Told implements Notes {
    private final List<String> warnings = new ArrayList<>();

    @Override
    public void warn(String warning) {
      warnings.add(warning);
    }

    @Override
    public void refuse(String detail) {
      throw new IllegalStateException("only a whole text is refused: " + detail);
    }
  }

  private List<Block> all(Element parent) {
    addChildren(parent);
    endParagraph();
    return List.copyOf(blocks);
  }

  private List<Block> inside(Element parent) {
    return new MarkupBlocks(notes, depth + 1).all(parent);
  }

  private void addChildren(Element parent) {
    for (var child : parent.childNodes()) add(child);
  }

  private void add(Node node) {
    switch (node) {
      case TextNode text -> inline.append(InlineHtml.ofText(text.getWholeText()));
      case Element element -> add(element);
      default -> {}
    }
  }

  private void add(Element element) {
    var name = name(element);
    if (SILENT.contains(name)) return;
    if (name.equals("q")) {
      inline.append('“');
      addChildren(element);
      inline.append('”');
    } else if (INLINE.contains(name)) {
      addInline(element);
    } else {
      endParagraph();
      addBlock(name, element);
      endParagraph();
    }
  }

  /** A picture or a block inside a line of text parts it; the text around it stays. */
  private void addInline(Element element) {
    if (hasBlocks(element)) addChildren(element);
    else inline.append(element.outerHtml());
  }

  private static boolean hasBlocks(Element element) {
    return element.children().select("*").stream()
        .map(MarkupBlocks::name)
        .anyMatch(name -> !INLINE.contains(name) && !SILENT.contains(name));
  }

  /** Where a block cannot hold all words of an element, its parts come one after the other. */
  private void addBlock(String name, Element element) {
    if (depth >= DEEPEST || !hasBlockOfItsOwn(name)) {
      addChildren(element);
      return;
    }
    if (holdsMore(name, element)) {
      blocks.addAll(inside(element));
      return;
    }
    var told = new Told();
    var attempt = new MarkupBlocks(told, depth + 1);
    attempt.addOwnBlock(name, element);
    attempt.endParagraph();
    if (Arrays.equals(Letters.of(element, SILENT), Letters.of(attempt.blocks))) {
      blocks.addAll(attempt.blocks);
      told.warnings.forEach(notes::warn);
    } else {
      blocks.addAll(inside(element));
    }
  }

  private static boolean hasBlockOfItsOwn(String name) {
    return OWN.contains(name) || MEDIA.contains(name) || HEADING.matcher(name).matches();
  }

  /** Whether something stands in it that its block would flatten. */
  private static boolean holdsMore(String name, Element element) {
    return switch (name) {
      case "figure", "aside", "details", "hr" -> false;
      case "blockquote" ->
          hasMedia(element) || element.selectFirst("table, ul, ol, blockquote blockquote") != null;
      case "ul", "ol", "menu" ->
          hasMedia(element) || element.selectFirst("table, blockquote, pre") != null;
      case "table" -> hasMedia(element) || element.select("table").size() > 1;
      default -> !MEDIA.contains(name) && hasMedia(element);
    };
  }

  private void addOwnBlock(String name, Element element) {
    switch (name) {
      case "blockquote" -> addQuote(element);
      case "ul", "ol", "menu" -> addList(name.equals("ol"), element);
      case "dl" -> addDefinitions(element);
      case "table" -> addTable(element);
      case "figure" -> addFigure(element);
      case "img", "picture" -> addImage(element, null);
      case "iframe", "video", "audio", "embed", "object" -> addEmbed(element);
      case "hr" -> blocks.add(new Block.Divider());
      case "aside", "details" -> addInfobox(element);
      case "pre" -> addLines(element);
      default -> addHeading(name, element);
    }
  }

  private void endParagraph() {
    var html = line(inline.toString());
    inline.setLength(0);
    if (!text(html).isEmpty()) blocks.add(new Block.Paragraph(html));
  }

  /** One line of inline HTML: white space of the source is a space, and none stands at the ends. */
  private static String line(String html) {
    if (html.length() > InlineHtml.LONGEST_SOURCE) {
      // Plain text is cheap to make, and no rule lets so long a paragraph pass.
      return InlineHtml.ofText(SPACES.matcher(text(html)).replaceAll(" ").strip());
    }
    var sanitised = SPACES.matcher(InlineHtml.sanitised(html)).replaceAll(" ").strip();
    return sanitised.replaceAll("^(?: ?<br> ?)+|(?: ?<br> ?)+$", "").strip();
  }

  private static String inlineHtml(Element element) {
    var copy = element.clone();
    for (var silent : copy.select("*")) {
      if (SILENT.contains(name(silent))) silent.remove();
    }
    return line(copy.html());
  }

  private void addHeading(String name, Element element) {
    var text = textOf(element);
    int level = Math.max(2, name.charAt(1) - '0');
    if (!text.isEmpty()) blocks.add(new Block.Heading(level, text));
  }

  /**
   * The speaker stands in a {@code cite} or {@code footer}, in that the role in its own element.
   */
  private void addQuote(Element element) {
    var copy = element.clone();
    @Nullable String speaker = null;
    @Nullable String role = null;
    var cite = copy.selectFirst("footer, cite");
    if (cite != null) {
      var told = cite.selectFirst(".role");
      if (told != null) {
        role = Values.orNull(textOf(told));
        told.remove();
      }
      speaker =
          Values.orNull(
              textOf(cite).replaceFirst("^[\\s\\u2013\\u2014-]+", "").replaceFirst(",$", ""));
      cite.remove();
    }
    var text = paragraphs(copy);
    if (!text.isEmpty()) blocks.add(new Block.Quote(text, speaker, role));
  }

  private String paragraphs(Element element) {
    var lines = new ArrayList<String>();
    for (var block : inside(element)) lines.add(textOf(block));
    return String.join("\n", lines).strip();
  }

  private static String textOf(Block block) {
    return switch (block) {
      case Block.Paragraph(var html) -> text(html);
      case Block.Heading(_, var text) -> text;
      default -> "";
    };
  }

  /** Lists inside a list follow the item that they stand in. */
  private void addList(boolean ordered, Element element) {
    var items = new ArrayList<String>();
    addItems(element, items);
    if (!items.isEmpty()) blocks.add(new Block.ItemList(ordered, items));
  }

  private static void addItems(Element list, List<String> items) {
    var loose = new StringBuilder();
    for (var node : list.childNodes()) {
      if (node instanceof Element item && isList(item)) {
        addItem(loose, items);
        addItems(item, items);
      } else if (node instanceof Element item && name(item).equals("li")) {
        addItem(loose, items);
        var own = new StringBuilder();
        addOwn(item, own);
        addItem(own, items);
        for (var nested : outermostLists(item)) addItems(nested, items);
      } else if (node instanceof TextNode text) {
        loose.append(InlineHtml.ofText(text.getWholeText()));
      } else if (node instanceof Element other) {
        loose.append(other.outerHtml());
      }
    }
    addItem(loose, items);
  }

  /** What stands in an item itself; copies of all that is below it would take too long. */
  private static void addOwn(Element item, StringBuilder html) {
    for (var node : item.childNodes()) {
      if (node instanceof TextNode text) html.append(InlineHtml.ofText(text.getWholeText()));
      else if (node instanceof Element element && !isList(element)) {
        if (SILENT.contains(name(element))) continue;
        if (element.selectFirst("ul, ol, menu, script, style, template") == null) {
          html.append(element.outerHtml());
        } else {
          html.append(' ');
          addOwn(element, html);
          html.append(' ');
        }
      }
    }
  }

  private static void addItem(StringBuilder html, List<String> items) {
    var item = line(html.toString());
    html.setLength(0);
    if (!text(item).isEmpty()) items.add(item);
  }

  private static boolean isList(Element element) {
    return Set.of("ul", "ol", "menu").contains(name(element));
  }

  private static List<Element> outermostLists(Element item) {
    var lists = new ArrayList<Element>();
    for (var child : item.children()) {
      if (isList(child)) lists.add(child);
      else lists.addAll(outermostLists(child));
    }
    return lists;
  }

  private void addDefinitions(Element list) {
    for (var child : list.children()) {
      if (name(child).equals("dt") && !hasBlocks(child)) {
        var term = inlineHtml(child);
        if (!text(term).isEmpty()) {
          blocks.add(new Block.Paragraph("<strong>" + InlineHtml.ofText(text(term)) + "</strong>"));
        }
      } else {
        addChildren(child);
        endParagraph();
      }
    }
  }

  private void addTable(Element table) {
    var caption = table.selectFirst("caption");
    if (caption != null) {
      inline.append(caption.html());
      endParagraph();
    }
    var header = new ArrayList<String>();
    var rows = new ArrayList<List<String>>();
    for (var row : table.select("tr")) {
      var cells = row.select("> th, > td");
      if (cells.isEmpty()) continue;
      boolean isHeader = cells.stream().allMatch(cell -> name(cell).equals("th"));
      if (isHeader && header.isEmpty() && rows.isEmpty()) {
        cells.forEach(cell -> header.add(textOf(cell)));
      } else {
        rows.add(cells.stream().map(MarkupBlocks::inlineHtml).toList());
      }
    }
    if (header.isEmpty() && rows.isEmpty()) inline.append(table.text());
    else blocks.add(new Block.Table(header, rows));
  }

  private void addFigure(Element figure) {
    var copy = figure.clone();
    var caption = copy.selectFirst("figcaption");
    if (caption != null) caption.remove();
    var pictures = copy.select("img");
    boolean isPicture = pictures.size() == 1 && copy.select("iframe, video, table").isEmpty();
    if (isPicture && copy.text().isBlank()) {
      addImage(Objects.requireNonNull(pictures.first()), caption);
      return;
    }
    addChildren(copy);
    endParagraph();
    if (caption != null) {
      addChildren(caption);
      endParagraph();
    }
  }

  private void addImage(Element element, @Nullable Element caption) {
    var image = name(element).equals("img") ? element : element.selectFirst("img");
    if (image == null) {
      addChildren(element);
      return;
    }
    var url = image.attr("src").strip();
    var credit = caption == null ? null : caption.selectFirst(".credit, small, cite");
    var creditText = credit == null ? null : Values.orNull(textOf(credit));
    if (credit != null) credit.remove();
    var captionText = caption == null ? null : Values.orNull(textOf(caption));
    var alt = Values.orNull(SPACES.matcher(image.attr("alt")).replaceAll(" ").strip());
    var address = Values.picture(url);
    if (address != null) {
      blocks.add(
          new Block.Picture(
              new Image(
                  address,
                  alt,
                  captionText,
                  creditText,
                  Values.pixels(image.attr("width")),
                  Values.pixels(image.attr("height")),
                  List.of())));
      return;
    }
    notes.warn("a picture without an address on the web was left out" + shown(url));
    // No article may show a picture without one; its words stay.
    for (var words : new String[] {captionText, creditText}) {
      if (words != null) blocks.add(new Block.Paragraph(InlineHtml.ofText(words)));
    }
  }

  private void addEmbed(Element element) {
    var source = element.selectFirst("source[src]");
    var url =
        element.hasAttr("src")
            ? element.attr("src")
            : element.hasAttr("data")
                ? element.attr("data")
                : source == null ? "" : source.attr("src");
    var address = Values.address(url.strip().startsWith("//") ? "https:" + url.strip() : url);
    if (address != null) {
      var title = Values.orNull(element.attr("title"));
      var provider = Values.orNull(element.attr("data-provider"));
      blocks.add(new Block.Embed(provider == null ? host(address) : provider, address, title));
    } else {
      notes.warn("an embedded element without an address on the web was left out" + shown(url));
    }
    // What stands inside is for readers who do not see the element itself.
    if (name(element).equals("object")) addChildren(element);
  }

  private void addInfobox(Element element) {
    var copy = element.clone();
    var heading = copy.selectFirst("summary, h1, h2, h3, h4, h5, h6");
    var title = heading == null || hasMedia(heading) ? null : Values.orNull(textOf(heading));
    if (title != null && heading != null) heading.remove();
    var body = inside(copy);
    if (title == null && body.isEmpty()) return;
    boolean isDeep = body.stream().anyMatch(Block.Infobox.class::isInstance);
    if (isDeep) {
      if (title != null) blocks.add(new Block.Heading(3, title));
      blocks.addAll(body);
    } else {
      blocks.add(new Block.Infobox(title, body));
    }
  }

  /** Text whose line breaks count. */
  private void addLines(Element element) {
    var html = new StringBuilder();
    for (var line : element.wholeText().split("\\R", -1)) {
      if (!html.isEmpty()) html.append("<br>");
      html.append(InlineHtml.ofText(line));
    }
    inline.append(html);
  }

  private static boolean hasMedia(Element element) {
    return element.select("*").stream().map(MarkupBlocks::name).anyMatch(MEDIA::contains);
  }

  private static @Nullable String host(String address) {
    var host = HOST.matcher(address);
    return host.find() ? host.group(1) : null;
  }

  private static String shown(String url) {
    if (url.isBlank()) return "";
    return ": " + (url.length() > 100 ? url.substring(0, 100) + "…" : url);
  }

  private static String textOf(Element element) {
    return text(inlineHtml(element));
  }

  /** The text of inline HTML. */
  private static String text(String html) {
    var text = Jsoup.parseBodyFragment(html.replace("<br>", " ")).text();
    return SPACES.matcher(text).replaceAll(" ").strip();
  }

  private static String name(Element element) {
    return element.normalName().toLowerCase(Locale.ROOT);
  }
}
