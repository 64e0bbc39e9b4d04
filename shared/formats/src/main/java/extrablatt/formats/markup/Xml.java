package extrablatt.formats.markup;

import extrablatt.domain.Bytes;
import extrablatt.domain.Fault;
import java.io.ByteArrayInputStream;
import java.io.StringReader;
import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.IllegalCharsetNameException;
import java.nio.charset.StandardCharsets;
import java.nio.charset.UnsupportedCharsetException;
import java.util.IdentityHashMap;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Document.OutputSettings;
import org.jsoup.nodes.Element;
import org.jsoup.nodes.TextNode;
import org.jsoup.parser.ParseSettings;
import org.jsoup.parser.Parser;
import org.jsoup.parser.Tag;
import org.jspecify.annotations.Nullable;

/**
 * XML as newsroom systems send it, as a tree of elements by their local names: prefixes tell
 * nothing apart here, and namespaces only where somebody asks for them. No document type definition
 * is read and nothing is fetched; of entities only XML's own and the names of HTML are known.
 */
public final class Xml {
  private static final int DEEPEST = 200;
  private static final int MOST_ELEMENTS = 200_000;

  /** So many bytes of a document are looked at to learn what it is. */
  private static final int PEEKED = 32_000;

  private static final Pattern DECLARATION = Pattern.compile("\\A\\s*<\\?xml\\s[^>]*\\?>");

  private static final Pattern DECLARED_ENCODING =
      Pattern.compile("\\A<\\?xml[^>]{0,200}?encoding\\s*=\\s*[\"']([A-Za-z][A-Za-z0-9._-]*)[\"']");

  private static final Pattern ENTITY =
      Pattern.compile(
          "<!\\[CDATA\\[.*?(?:\\]\\]>|\\z)|<!--.*?(?:-->|\\z)|&([A-Za-z][A-Za-z0-9]{1,30});",
          Pattern.DOTALL);

  /** After what may stand before it: white space, declarations, comments. */
  private static final Pattern FIRST_ELEMENT =
      Pattern.compile(
          "\\A(?:\\s|<\\?.{0,1000}?\\?>|<!--.{0,10000}?-->)*+<(?:[\\w.-]+:)?([A-Za-z_][\\w.-]*)",
          Pattern.DOTALL);

  private static final XMLInputFactory FACTORY = factory();

  private final Element root;
  private final Map<Element, int[]> places;
  private final Map<Element, String> namespaces;

  private Xml(Element root, Map<Element, int[]> places, Map<Element, String> namespaces) {
    this.root = root;
    this.places = places;
    this.namespaces = namespaces;
  }

  /** What came of reading the bytes. */
  public sealed interface Read {
    /** They are a document. */
    record Understood(Xml xml) implements Read {}

    /** They are none. */
    record Broken(Fault fault) implements Read {}
  }

  /** The outermost element. */
  public Element root() {
    return root;
  }

  /** The namespace of an element; empty if it has none. */
  public String namespace(Element element) {
    return namespaces.getOrDefault(element, "");
  }

  /** The local name of the outermost element; empty if there is none. */
  public static String rootName(byte[] bytes) {
    try {
      var encoding = Encoding.of(bytes);
      int length = Math.min(bytes.length, PEEKED) - encoding.from();
      var beginning = new String(bytes, encoding.from(), length, encoding.charset());
      var root = FIRST_ELEMENT.matcher(withoutType(beginning));
      return root.find() ? root.group(1) : "";
    } catch (IllegalArgumentException unknownEncoding) {
      return "";
    }
  }

  /** A fault where an element begins; at the document's beginning where there is none. */
  public Fault fault(@Nullable Element element, String detail) {
    var place = places.get(element);
    return place == null ? Fault.at(1, 1, detail) : Fault.at(place[0], place[1], detail);
  }

  /** Reads a document; never throws for bad input. */
  public static Read read(Bytes bytes) {
    return read(bytes, null);
  }

  /**
   * The same.
   *
   * @param contentType what the bytes were declared as, whose charset counts where they do not say
   *     themselves
   */
  public static Read read(Bytes bytes, @Nullable String contentType) {
    try {
      var text = text(bytes.array(), Charsets.declaredIn(contentType));
      return new Read.Understood(tree(withKnownEntities(withoutType(text))));
    } catch (CharacterCodingException broken) {
      return undecodable(bytes.array());
    } catch (UnsupportedCharsetException | IllegalCharsetNameException unknown) {
      return broken(1, 1, "declares an encoding that nobody knows: use UTF-8");
    } catch (TooMuch tooMuch) {
      return broken(tooMuch.line, tooMuch.column, tooMuch.getMessage());
    } catch (XMLStreamException malformed) {
      var location = malformed.getLocation();
      return location == null
          ? broken(1, 1, message(malformed))
          : broken(location.getLineNumber(), location.getColumnNumber(), message(malformed));
    }
  }

  private static Read broken(int line, int column, @Nullable String detail) {
    var told = detail == null ? "is not XML" : detail;
    return new Read.Broken(Fault.at(Math.max(1, line), Math.max(1, column), told));
  }

  /** The JDK's parser writes where it stopped into its message, before what it says. */
  private static String message(XMLStreamException malformed) {
    var message = String.valueOf(malformed.getMessage());
    int said = message.lastIndexOf("Message: ");
    var detail = said < 0 ? message : message.substring(said + "Message: ".length());
    detail = detail.replaceAll("\\s+", " ").strip();
    return detail.length() > 200 ? detail.substring(0, 200) : detail;
  }

  private static final class TooMuch extends RuntimeException {
    private static final long serialVersionUID = 1L;
    private final int line;
    private final int column;

    TooMuch(XMLStreamReader reader, String message) {
      super(message, null, false, false);
      line = reader.getLocation().getLineNumber();
      column = reader.getLocation().getColumnNumber();
    }
  }

  /** At the first byte that is wrong. */
  private static Read undecodable(byte[] bytes) {
    var encoding = Encoding.of(bytes);
    var in = ByteBuffer.wrap(bytes, encoding.from(), bytes.length - encoding.from());
    var decoder = encoding.charset().newDecoder();
    decoder.decode(in, CharBuffer.allocate(bytes.length * 2 + 1), true);
    var before =
        new String(bytes, encoding.from(), in.position() - encoding.from(), encoding.charset());
    int line = (int) before.chars().filter(each -> each == '\n').count() + 1;
    return broken(
        line,
        before.length() - before.lastIndexOf('\n'),
        "is not %s from here on: declare the encoding that it has".formatted(encoding.charset()));
  }

  /**
   * How the bytes are to be read, and where the text begins.
   *
   * @param isSaid whether the bytes say so themselves
   */
  private record Encoding(Charset charset, int from, boolean isSaid) {
    static Encoding of(byte[] bytes) {
      if (startsWith(bytes, 0xEF, 0xBB, 0xBF)) return new Encoding(StandardCharsets.UTF_8, 3, true);
      if (startsWith(bytes, 0xFE, 0xFF)) return new Encoding(StandardCharsets.UTF_16BE, 2, true);
      if (startsWith(bytes, 0xFF, 0xFE)) return new Encoding(StandardCharsets.UTF_16LE, 2, true);
      if (startsWith(bytes, 0, '<')) return new Encoding(StandardCharsets.UTF_16BE, 0, true);
      if (startsWith(bytes, '<', 0)) return new Encoding(StandardCharsets.UTF_16LE, 0, true);
      var beginning =
          new String(bytes, 0, Math.min(bytes.length, 300), StandardCharsets.ISO_8859_1);
      var declared = DECLARED_ENCODING.matcher(beginning.stripLeading());
      return declared.find()
          ? new Encoding(Charsets.named(declared.group(1)), 0, true)
          : new Encoding(StandardCharsets.UTF_8, 0, false);
    }
  }

  /** The text without its declaration, which may stand below empty lines, line for line. */
  private static String text(byte[] bytes, @Nullable Charset told) throws CharacterCodingException {
    var encoding = Encoding.of(bytes);
    String text;
    if (encoding.isSaid()) text = Charsets.strictly(bytes, encoding.from(), encoding.charset());
    else if (told != null) text = Charsets.strictly(bytes, 0, told);
    else text = Charsets.undeclared(bytes);
    var declaration = DECLARATION.matcher(text);
    return declaration.find()
        ? blank(declaration.group()) + text.substring(declaration.end())
        : text;
  }

  /** The same lines with nothing in them. */
  private static String blank(String text) {
    return text.replaceAll("[^\\n]", " ");
  }

  private static boolean startsWith(byte[] bytes, int... first) {
    if (bytes.length < first.length) return false;
    for (int i = 0; i < first.length; i++) {
      if ((bytes[i] & 0xFF) != first[i]) return false;
    }
    return true;
  }

  /** The document type and its entities are left out, line for line. */
  private static String withoutType(String text) {
    int start = text.indexOf("<!DOCTYPE");
    int element = firstElement(text);
    if (start < 0 || (element >= 0 && element < start)) return text;
    int end = endOfType(text, start);
    return text.substring(0, start) + blank(text.substring(start, end)) + text.substring(end);
  }

  private static int firstElement(String text) {
    for (int i = text.indexOf('<'); i >= 0; i = text.indexOf('<', i + 1)) {
      if (i + 1 < text.length() && Character.isLetter(text.charAt(i + 1))) return i;
      if (text.startsWith("<!DOCTYPE", i)) return -1;
    }
    return -1;
  }

  private static int endOfType(String text, int start) {
    boolean inside = false;
    char quote = 0;
    for (int i = start; i < text.length(); i++) {
      char c = text.charAt(i);
      if (quote != 0) {
        if (c == quote) quote = 0;
      } else if (c == '"' || c == '\'') quote = c;
      else if (c == '[') inside = true;
      else if (c == ']') inside = false;
      else if (c == '>' && !inside) return i + 1;
    }
    return text.length();
  }

  /** The names of HTML's characters become the characters; XML's own stay as they are. */
  private static String withKnownEntities(String text) {
    if (text.indexOf('&') < 0) return text;
    var out = new StringBuilder(text.length());
    var matcher = ENTITY.matcher(text);
    while (matcher.find()) matcher.appendReplacement(out, Matcher.quoteReplacement(known(matcher)));
    return matcher.appendTail(out).toString();
  }

  private static String known(Matcher matcher) {
    var name = matcher.group(1);
    if (name == null || name.matches("amp|lt|gt|quot|apos")) return matcher.group();
    var meant = Parser.unescapeEntities(matcher.group(), false);
    return meant.startsWith("&") ? matcher.group() : meant;
  }

  private static XMLInputFactory factory() {
    var factory = XMLInputFactory.newDefaultFactory();
    factory.setProperty(XMLInputFactory.SUPPORT_DTD, false);
    factory.setProperty(XMLInputFactory.IS_SUPPORTING_EXTERNAL_ENTITIES, false);
    factory.setProperty(XMLInputFactory.IS_COALESCING, true);
    factory.setXMLResolver((_, _, _, _) -> new ByteArrayInputStream(new byte[0]));
    return factory;
  }

  private static Xml tree(String text) throws XMLStreamException {
    var places = new IdentityHashMap<Element, int[]>();
    var namespaces = new IdentityHashMap<Element, String>();
    // Elements know by their document that they are not to be written prettily.
    var top = new Document("").outputSettings(new OutputSettings().prettyPrint(false));
    Element current = top;
    int depth = 0;
    XMLStreamReader reader;
    synchronized (FACTORY) {
      reader = FACTORY.createXMLStreamReader(new StringReader(text));
    }
    try {
      while (reader.hasNext()) {
        switch (reader.next()) {
          case XMLStreamConstants.START_ELEMENT -> {
            if (++depth > DEEPEST)
              throw new TooMuch(reader, "elements stand more than %d deep".formatted(DEEPEST));
            if (places.size() == MOST_ELEMENTS)
              throw new TooMuch(reader, "there are more than %d elements".formatted(MOST_ELEMENTS));
            var child = element(reader.getLocalName());
            for (int i = 0; i < reader.getAttributeCount(); i++)
              child.attr(reader.getAttributeLocalName(i), reader.getAttributeValue(i));
            var namespace = reader.getNamespaceURI();
            if (namespace != null) namespaces.put(child, namespace);
            var location = reader.getLocation();
            places.put(child, new int[] {location.getLineNumber(), location.getColumnNumber()});
            current.appendChild(child);
            current = child;
          }
          case XMLStreamConstants.END_ELEMENT -> {
            depth--;
            var parent = current.parent();
            if (parent != null) current = parent;
          }
          case XMLStreamConstants.CHARACTERS, XMLStreamConstants.CDATA, XMLStreamConstants.SPACE ->
              current.appendChild(new TextNode(reader.getText()));
          case XMLStreamConstants.ENTITY_REFERENCE ->
              throw new TooMuch(
                  reader, "refers to an entity that nobody knows: &" + reader.getLocalName() + ";");
          default -> {}
        }
      }
    } finally {
      reader.close();
    }
    var root = top.firstElementChild();
    if (root == null) throw new XMLStreamException("has no element");
    return new Xml(root, places, namespaces);
  }

  private static Element element(String name) {
    return new Element(Tag.valueOf(name, Parser.NamespaceHtml, ParseSettings.preserveCase), "");
  }
}
