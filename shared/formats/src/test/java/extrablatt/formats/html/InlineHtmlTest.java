package extrablatt.formats.html;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class InlineHtmlTest {
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          Müll & Mehr "hier" = 'da' 😀        | Müll &amp; Mehr "hier" = 'da' 😀
          1 < 2 > 0                           | 1 &lt; 2 &gt; 0
          R&amp;B &copy; &uuml; &lt;b&gt;     | R&amp;B © ü &lt;b&gt;
          <b>fett</b> <i>schräg</i>           | <strong>fett</strong> <em>schräg</em>
          <STRONG CLASS="x">laut</STRONG>     | <strong>laut</strong>
          H<sub>2</sub>O m<sup>2</sup>        | H<sub>2</sub>O m<sup>2</sup>
          eins<br/>zwei<BR>drei               | eins<br>zwei<br>drei
          <code>a &amp;&amp; b</code>         | <code>a &amp;&amp; b</code>
          <span style="x">bleibt</span>       | bleibt
          <p>eins</p><p>zwei</p>              | eins zwei
          eins<div>zwei</div> drei            | eins zwei drei
          <script>alert(1)</script>gut        | gut
          a<style>p{x:"</p>"}</style>b        | ab
          <script>if (a<b) x("</script>")     | ")
          <a href="https://example.org/?a=b&amp;c=ü#d" onclick="x()" target="_top">da</a> | <a href="https://example.org/?a=b&amp;c=ü#d">da</a>
          <a href="/artikel/1">hier</a>       | <a href="/artikel/1">hier</a>
          <a href="mailto:a@example.org">m</a> | <a href="mailto:a@example.org">m</a>
          <a href=" HTTPS://example.org ">x</a> | <a href="HTTPS://example.org">x</a>
          <a href="javascript:alert(1)">x</a> | x
          <a href="java&#10;script:alert(1)">x</a> | x
          <a href="&#106;avascript:alert(1)">x</a> | x
          <a href="data:text/html,x">x</a>    | x
          <a href="//example.org">x</a>       | x
          <a href="/\\example.org">x</a>      | x
          <a href="#oben">x</a>               | x
          <a>x</a>                            | x
          <a href='/a"b<c'>x</a>              | <a href="/a&quot;b&lt;c">x</a>
          <a href="/1">a <a href="/2">b</a></a> | <a href="/1">a b</a>
          <b>offen <i>verschränkt</b> rest</i> | <strong>offen <em>verschränkt</em></strong> rest
          <img src=x onerror=alert(1)>Bild    | Bild
          <svg><script>1</script></svg>x      | x
          <!-- weg --><![CDATA[roh <b>]]>     | roh &lt;b&gt;
          <?php weg ?>da                      | da
          <b                                  | ''
          """)
  void onlyTheInlineSubsetStays(String html, String sanitised) {
    assertThat(InlineHtml.sanitised(html)).isEqualTo(sanitised);
    assertThat(InlineHtml.sanitised(sanitised)).isEqualTo(sanitised);
  }

  @Test
  void textWithoutMarkupStaysTheSameObject() {
    var text = "Gänsefüßchen „so“ – und 25\u00A0% \"mehr\"";

    assertThat(InlineHtml.sanitised(text)).isSameAs(text);
  }

  @Test
  void aSpaceThatDoesNotBreakStaysOne() {
    assertThat(InlineHtml.sanitised("25&nbsp;% <b>mehr</b>"))
        .isEqualTo("25\u00A0% <strong>mehr</strong>");
  }

  @Test
  void whiteSpaceStaysAsItWas() {
    assertThat(InlineHtml.sanitised("  a\n <b> b </b>\t"))
        .isEqualTo("  a\n <strong> b </strong>\t");
  }

  @Test
  void plainTextBecomesHtml() {
    assertThat(InlineHtml.ofText("a < b & \"c\"")).isEqualTo("a &lt; b &amp; \"c\"");
  }

  @Test
  void sanitisingTwiceChangesNothingMore() {
    var random = new Random(7);
    var parts =
        new String[] {
          "<",
          ">",
          "&",
          "\"",
          "'",
          "a",
          " ",
          "</",
          "<b>",
          "</b>",
          "<a href=\"/x\">",
          "</a>",
          "<p>",
          "</p>",
          "<br>",
          "&lt;",
          "&amp;",
          "&#x3c;",
          "<script>",
          "</script>",
          "<!--",
          "-->",
          "<![CDATA[",
          "]]>",
          "<svg/onload=x>",
          "ü",
          "\u0000",
          "\r\n",
          "😀",
          "\uD83D",
          "<i>",
          "=",
          "/",
          "<?",
          "?>",
          "<!DOCTYPE x",
          "<style>",
          "<textarea>",
          "<title>"
        };
    for (int i = 0; i < 3_000; i++) {
      var html = new StringBuilder();
      for (int j = random.nextInt(14); j >= 0; j--)
        html.append(parts[random.nextInt(parts.length)]);

      var once = InlineHtml.sanitised(html.toString());

      assertThat(InlineHtml.sanitised(once)).as("%s", html).isEqualTo(once);
      assertThat(once.replaceAll("<a href=\"/x\">|</?(a|strong|em|br)>", "")).doesNotContain("<");
    }
  }

  @Test
  void textStaysHoweverDeepItStands() {
    for (var tag : new String[] {"b", "span", "p"}) {
      var deep = ("<" + tag + ">").repeat(3_000) + "Text" + ("</" + tag + ">").repeat(3_000);

      assertThat(InlineHtml.sanitised(deep + " Ende")).contains("Text").endsWith(" Ende");
    }
  }

  @Test
  void aLongScriptGoesWhole() {
    var script = "<script>" + "if (a<b) { x('</b>') } ".repeat(3_000);

    assertThat(InlineHtml.sanitised("vorn " + script + "</script>hinten")).isEqualTo("vorn hinten");
    assertThat(InlineHtml.sanitised("vorn " + script)).isEqualTo("vorn ");
  }

  @Test
  @Timeout(20)
  void hostileNestingIsReadInBoundedTime() {
    var many = new StringBuilder();
    for (int i = 0; many.length() < InlineHtml.LONGEST_SOURCE - 20; i++) {
      many.append("<b x=").append(i).append("><p>");
    }

    assertThat(InlineHtml.sanitised(many.toString()).length()).isLessThan(2_000_000);
    assertThatThrownBy(() -> InlineHtml.sanitised("<b>" + "x".repeat(InlineHtml.LONGEST_SOURCE)))
        .isInstanceOf(IllegalArgumentException.class);
  }
}
