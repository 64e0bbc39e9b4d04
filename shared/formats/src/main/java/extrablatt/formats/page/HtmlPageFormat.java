package extrablatt.formats.page;

import extrablatt.domain.ingest.Reading;
import extrablatt.domain.ingest.Source;
import extrablatt.formats.DocumentFormat;
import extrablatt.formats.markup.HtmlText;
import java.nio.charset.StandardCharsets;
import java.util.Set;
import java.util.regex.Pattern;

/** An article's page in HTML; what schema.org's JSON-LD says in it counts first. */
public final class HtmlPageFormat implements DocumentFormat {
  private static final String NAME = "html";
  private static final Pattern BEGINNING =
      Pattern.compile(
          "(?i)\\A\\W{0,4}\\s*(?:<\\?xml[^>]{0,200}>|<!--.{0,2000}?-->|\\s)*+<(?:!doctype\\s+html|html)\\b",
          Pattern.DOTALL);

  @Override
  public String name() {
    return NAME;
  }

  @Override
  public Set<String> mediaTypes() {
    return Set.of("text/html", "application/xhtml+xml");
  }

  @Override
  public Set<String> extensions() {
    return Set.of("html", "htm", "xhtml");
  }

  @Override
  public boolean looksLike(byte[] bytes) {
    var beginning =
        new String(bytes, 0, Math.min(bytes.length, 3_000), StandardCharsets.ISO_8859_1);
    return BEGINNING.matcher(beginning).lookingAt();
  }

  @Override
  public Reading read(Source source) {
    var page = HtmlText.parsed(PageBytes.text(source.bytes().array(), source.contentType()));
    var described = LinkedData.of(page);
    var article = described.article();
    var video = described.video();
    if (article == null && video != null) return PageFilm.reading(NAME, page, video);
    var posting = described.posting();
    if (posting != null) return new LivePosting(NAME, page, described, posting).reading();
    return new HtmlPage(page, article).reading(NAME);
  }
}
