package extrablatt.formats.markup;

import static org.assertj.core.api.Assertions.assertThat;

import extrablatt.domain.articles.Block;
import extrablatt.domain.articles.Image;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

final class MarkupBlocksTest {
  private final List<String> warnings = new ArrayList<>();
  private final List<String> refusals = new ArrayList<>();

  private List<Block> blocks(String html) {
    return HtmlText.blocks(
        html,
        new Notes() {
          @Override
          public void warn(String warning) {
            warnings.add(warning);
          }

          @Override
          public void refuse(String detail) {
            refusals.add(detail);
          }
        });
  }

  @Test
  void moreThanAnArticleCanHoldIsRefusedAtOnce() {
    assertThat(blocks("<p><b>x</b></p>".repeat(9_000))).hasSize(9_000);
    assertThat(blocks("<p><b>x</b></p>".repeat(11_000))).isEmpty();
    assertThat(refusals).singleElement().asString().contains("20,000 elements");
  }

  @Test
  void paragraphsKeepWhatIsAllowedInALine() {
    assertThat(
            blocks("<p>Der <b>Deich</b> hält,\n sagt <a href='https://example.org/x'>sie</a>.</p>"))
        .containsExactly(
            new Block.Paragraph(
                "Der <strong>Deich</strong> hält, sagt <a href=\"https://example.org/x\">sie</a>."));
  }

  @Test
  void textOutsideOfParagraphsIsParted() {
    assertThat(blocks("Vorher<p>Mitte</p>nachher <em>noch</em><div>Kasten<div>innen</div></div>"))
        .containsExactly(
            new Block.Paragraph("Vorher"),
            new Block.Paragraph("Mitte"),
            new Block.Paragraph("nachher <em>noch</em>"),
            new Block.Paragraph("Kasten"),
            new Block.Paragraph("innen"));
  }

  @Test
  void headingsStandBelowTheHeadline() {
    assertThat(blocks("<h1>Oben</h1><h3>Tiefer <i>noch</i></h3><h4> </h4>"))
        .containsExactly(new Block.Heading(2, "Oben"), new Block.Heading(3, "Tiefer noch"));
  }

  @Test
  void aQuoteNamesItsSpeaker() {
    assertThat(
            blocks(
                "<blockquote><p>Es reicht.</p><p>Für heute.</p><cite>— Ada Kern</cite></blockquote>"))
        .containsExactly(new Block.Quote("Es reicht.\nFür heute.", "Ada Kern", null));
  }

  @Test
  void listsInsideListsFollowTheirItem() {
    assertThat(
            blocks(
                "<ol><li>eins<ul><li>eins a</li><li><b>eins</b> b</li></ul></li><li>zwei</li></ol>"))
        .containsExactly(
            new Block.ItemList(true, List.of("eins", "eins a", "<strong>eins</strong> b", "zwei")));
  }

  @Test
  void aTableHasItsHeaderAndItsCaption() {
    assertThat(
            blocks(
                """
                <table><caption>Pegel</caption><thead><tr><th>Ort</th><th>Stand</th></tr></thead>
                <tbody><tr><th>Hafen</th><td>7 <b>m</b></td></tr></tbody></table>
                """))
        .containsExactly(
            new Block.Paragraph("Pegel"),
            new Block.Table(
                List.of("Ort", "Stand"), List.of(List.of("Hafen", "7 <strong>m</strong>"))));
  }

  @Test
  void aFigureIsAPictureWithCaptionAndCredit() {
    assertThat(
            blocks(
                """
                <figure><img src="https://example.org/a.jpg" alt="Ein Deich" width="800" height="600">
                <figcaption>Der Deich am Abend <small>Foto: I. Wolke</small></figcaption></figure>
                """))
        .containsExactly(
            new Block.Picture(
                image(
                    "https://example.org/a.jpg",
                    "Ein Deich",
                    "Der Deich am Abend",
                    "Foto: I. Wolke",
                    800,
                    600)));
  }

  @Test
  void aPictureInALinePartsIt() {
    assertThat(blocks("<p>vorn <img src='https://example.org/b.png'> hinten</p>"))
        .containsExactly(
            new Block.Paragraph("vorn"),
            new Block.Picture(image("https://example.org/b.png", null, null, null, null, null)),
            new Block.Paragraph("hinten"));
  }

  @Test
  void aPictureWithoutAnAddressKeepsItsWords() {
    assertThat(
            blocks(
                "<figure><img src='data:image/png;base64,AAAA'><figcaption>Nur Worte</figcaption></figure>"))
        .containsExactly(new Block.Paragraph("Nur Worte"));
    assertThat(warnings).singleElement().asString().contains("without an address");
  }

  @Test
  void framesAndFilmsAreEmbedded() {
    assertThat(
            blocks(
                """
                <iframe src="https://www.example.org/film?id=1" title="Der Film"></iframe>
                <video><source src="https://example.org/a.mp4"></video>
                <iframe src="javascript:alert(1)"></iframe>
                """))
        .containsExactly(
            new Block.Embed("example.org", "https://www.example.org/film?id=1", "Der Film"),
            new Block.Embed("example.org", "https://example.org/a.mp4", null));
    assertThat(warnings).hasSize(1);
  }

  @Test
  void boxesAndRules() {
    assertThat(
            blocks(
                "<aside><h3>Zur Sache</h3><p>Mehr.</p></aside><hr><details><summary>Auf</summary>zu</details>"))
        .containsExactly(
            new Block.Infobox("Zur Sache", List.of(new Block.Paragraph("Mehr."))),
            new Block.Divider(),
            new Block.Infobox("Auf", List.of(new Block.Paragraph("zu"))));
  }

  @Test
  void linesOfPreformattedTextStay() {
    assertThat(blocks("<pre>eins\n  zwei &lt;b></pre>"))
        .containsExactly(new Block.Paragraph("eins<br> zwei &lt;b&gt;"));
  }

  @Test
  void definitionsAreParagraphs() {
    assertThat(blocks("<dl><dt>Tide</dt><dd>Ebbe und <i>Flut</i></dd></dl>"))
        .containsExactly(
            new Block.Paragraph("<strong>Tide</strong>"),
            new Block.Paragraph("Ebbe und <em>Flut</em>"));
  }

  @Test
  void scriptsSayNothing() {
    assertThat(
            blocks(
                """
                <script>boese()</script><style>p{}</style><p onclick="x()">Gut
                <a href="javascript:alert(1)">so</a><script>y()</script></p>
                """))
        .containsExactly(new Block.Paragraph("Gut so"));
  }

  @Test
  void deepNestingIsReadToTheEnd() {
    var html = "<div>".repeat(10_000) + "tief" + "</div>".repeat(10_000) + "<p>danach</p>";

    assertThat(RandomMarkup.words(blocks(html))).contains("danach");
  }

  @ParameterizedTest
  @MethodSource("seeds")
  void noWordGetsLost(long seed) {
    var markup = RandomMarkup.of(seed);

    assertThat(RandomMarkup.words(blocks(markup.html())))
        .as(markup.html())
        .containsAll(markup.words());
  }

  static List<Long> seeds() {
    return new Random(7).longs(200).boxed().toList();
  }

  private static Image image(
      @Nullable String url,
      @Nullable String alt,
      @Nullable String caption,
      @Nullable String credit,
      @Nullable Integer width,
      @Nullable Integer height) {
    return new Image(url, alt, caption, credit, width, height, List.of());
  }
}
