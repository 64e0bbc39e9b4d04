package extrablatt.formats;

import static org.assertj.core.api.Assertions.assertThat;

import extrablatt.domain.Bytes;
import extrablatt.domain.articles.Block;
import extrablatt.domain.ingest.IncomingDocument.Instruction;
import extrablatt.domain.ingest.Reading;
import extrablatt.domain.ingest.Source;
import extrablatt.formats.markup.RandomMarkup;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** A body of random elements in each format that carries markup: every word of it is taken in. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
final class EveryWordTest {
  private static final int BODIES = 60;

  /** A document of a format around a body, by its file name. */
  private static final Map<String, String> AROUND =
      Map.of(
          "ninjs.json",
          "{\"uri\": \"u\", \"pubstatus\": \"usable\", \"headline\": \"H\", \"body_html\": \"%s\"}",
          "ans.json",
          "{\"_id\": \"x\", \"type\": \"story\", \"version\": \"0.10.7\", \"headlines\": {\"basic\": \"H\"},"
              + " \"content_elements\": [{\"type\": \"raw_html\", \"content\": \"%s\"}]}",
          "dpa.json",
          "{\"urn\": \"u\", \"entry_id\": \"e\", \"headline\": \"H\", \"article_html\": \"%s\"}",
          "nitf.xml",
          "<nitf><body><body.head><hedline><hl1>H</hl1></hedline></body.head>"
              + "<body.content>%s</body.content></body></nitf>",
          "newsml.xml",
          "<newsItem guid='u'><contentMeta><headline>H</headline></contentMeta><contentSet><inlineXML>"
              + "<html><body>%s</body></html></inlineXML></contentSet></newsItem>",
          "page.html",
          "<!doctype html><html><title>H</title><body><div itemprop=articleBody>%s</div></body></html>",
          "feed.rss",
          "<rss version='2.0' xmlns:content='http://purl.org/rss/1.0/modules/content/'><channel><item>"
              + "<guid>g</guid><title>H</title><content:encoded><![CDATA[%s]]></content:encoded>"
              + "</item></channel></rss>",
          "live.html",
          "<!doctype html><html><script type='application/ld+json'>{\"@type\": \"LiveBlogPosting\","
              + " \"url\": \"u\", \"headline\": \"H\", \"liveBlogUpdate\": [{\"articleBody\": \"%s\"}]}"
              + "</script></html>",
          "text.md",
          "# H\n\n<div>%s</div>\n");

  Stream<Arguments> bodies() {
    var seeds = new Random(41).longs(BODIES).boxed().toList();
    return AROUND.keySet().stream()
        .sorted()
        .flatMap(name -> seeds.stream().map(seed -> Arguments.of(name, seed)));
  }

  @ParameterizedTest
  @MethodSource("bodies")
  void everyWordOfABodyIsTakenIn(String name, long seed) {
    var markup = RandomMarkup.of(seed);
    var document = AROUND.getOrDefault(name, "").formatted(markup.html());

    var reading = Formats.standard().read(new Source(Bytes.utf8(document), name, null, Map.of()));

    assertThat(RandomMarkup.words(body(reading)))
        .as(document)
        .containsAll(List.copyOf(markup.words()));
  }

  /** The body of the only text, however many documents it stands among. */
  private static List<Block> body(Reading reading) {
    return switch (reading) {
      case Reading.Refused refused -> throw new AssertionError(refused);
      case Reading.Several several -> body(several.members().getLast().reading());
      case Reading.Understood(_, var document) ->
          switch (document.instruction()) {
            case Instruction.Save(var content) -> content.body();
            case Instruction.SaveEntry(var content) -> content.body();
            case Instruction other -> throw new AssertionError(other);
          };
    };
  }
}
