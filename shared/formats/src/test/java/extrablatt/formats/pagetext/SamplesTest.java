package extrablatt.formats.pagetext;

import static extrablatt.formats.pagetext.PageTexts.article;
import static extrablatt.formats.pagetext.PageTexts.heading;
import static extrablatt.formats.pagetext.PageTexts.liveblog;
import static extrablatt.formats.pagetext.PageTexts.paragraph;
import static extrablatt.formats.pagetext.PageTexts.quote;
import static extrablatt.formats.pagetext.PageTexts.read;
import static extrablatt.formats.pagetext.PageTexts.sample;
import static extrablatt.formats.pagetext.PageTexts.video;
import static org.assertj.core.api.Assertions.assertThat;

import extrablatt.domain.articles.ArticleContent;
import extrablatt.domain.articles.Block;
import extrablatt.domain.ingest.IncomingDocument;
import extrablatt.domain.ingest.Reading;
import extrablatt.domain.videos.Speaker;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** The samples that come with the product, each against everything that it has to become. */
final class SamplesTest {

  @Test
  void elbeHochwasserHasEveryKindOfElement() {
    var article = article(read(sample("elbe-hochwasser.txt")));

    assertThat(article)
        .isEqualTo(
            content(
                "Landesamt: \"Scheitel erst am Freitag\"",
                "Elbe steigt weiter - Magdeburg stellt sich auf Höchststand ein",
                "Der Pegel in Magdeburg nähert sich der Sechs-Meter-Marke. Das Landesamt rechnet"
                    + " erst am Freitag mit dem Scheitel und mahnt zur Geduld.",
                "de",
                List.of("Hochwasser"),
                List.of("dpa", "epd"),
                List.of(
                    video(
                        "Helfer am Deich bei Schönebeck",
                        "Rund 400 Freiwillige verstärken seit dem Morgen den Deich südlich von"
                            + " Magdeburg. Sandsäcke gibt es genug, Lastwagen fehlen.",
                        "2026-03-14",
                        "PT48S"),
                    paragraph(
                        "An der Elbe bereiten sich die Städte auf den höchsten Wasserstand seit"
                            + " dreizehn Jahren vor. Am Mittag zeigte der Pegel 5,71 Meter, zwölf"
                            + " Zentimeter mehr als am Vorabend."),
                    paragraph(
                        "Die Stadt ließ vorsorglich drei Brücken sperren. Der Fährverkehr ruht"
                            + " seit Dienstag."),
                    video(
                        new Speaker("Jana Lorenz", "Reporterin in Magdeburg"),
                        "\"Die Leute hier haben 2013 nicht vergessen\", berichtet Reporterin Jana"
                            + " Lorenz vom Deich.",
                        "2026-03-14",
                        "PT2M5S"),
                    heading("Reichen die Polder?"),
                    paragraph(
                        "Die beiden Flutungspolder bei Rogätz können nach Angaben des Landesamts"
                            + " etwa 40 Millionen Kubikmeter aufnehmen. Geöffnet werden sie erst,"
                            + " wenn der Scheitel näher rückt."),
                    quote(
                        "Wer zu früh flutet, verschenkt den Raum, den er am Freitag braucht.",
                        "Henrik Baumann",
                        "Leiter der Hochwasserzentrale"),
                    paragraph(
                        "Kritik daran kommt aus den Gemeinden flussabwärts. Sie fordern, früher zu"
                            + " fluten."),
                    heading("Forderungen der Gemeinden"),
                    paragraph(
                        "Die Bürgermeister verlangen einen gemeinsamen Krisenstab: \"Wir erfahren"
                            + " aus dem Radio, was am Oberlauf beschlossen wird\", sagte die"
                            + " Bürgermeisterin von Tangermünde."),
                    video(
                        "12.03.2026, Sachsen-Anhalt, Schönebeck: Ein Bagger (l) verfüllt einen"
                            + " Deichabschnitt, daneben Einsatzleiter Ralf Timm (2.v.r).",
                        "Nach dem Regen der Vorwoche wurden an der oberen Elbe mehrere Deiche"
                            + " ausgebessert.",
                        "2026-03-13",
                        "PT1H12M30S"),
                    paragraph("Alle Entwicklungen finden Sie in unserem Liveblog:"),
                    liveblog(
                        "Hochwasser an der Elbe",
                        "Aktuelles zur Lage an den Deichen",
                        "Seit Anfang März führt die Elbe Hochwasser. Pegelstände, Sperrungen und"
                            + " Hintergründe im Überblick.",
                        "Feuerwehrleute pumpen am 13.03.2026 einen Keller in Barby aus."))));
  }

  @Test
  void harbourTunnelIsEnglishAndHasNoKicker() {
    var article = article(read(sample("harbour-tunnel.txt")));

    assertThat(article)
        .isEqualTo(
            content(
                null,
                "Harbour tunnel to open two years late - council questions cost",
                "The tunnel under the old harbour will not open before 2028. The council wants to"
                    + " know where 90 million went.",
                "en",
                List.of(),
                List.of("Reuters", "own reporting"),
                List.of(
                    video(
                        "Construction site at the eastern portal",
                        "The drilling machine has stood still since August. Engineers blame a"
                            + " layer of clay that no survey had shown.",
                        "2026-09-03",
                        "PT1M30S"),
                    paragraph(
                        "The city's largest building project is in trouble again. The operator"
                            + " confirmed on Thursday that the opening would move to the spring of"
                            + " 2028."),
                    heading("Who pays for the delay?"),
                    paragraph(
                        "The contract names a ceiling, but only for work that had been ordered"
                            + " before 2024."),
                    quote(
                        "We did not sign a blank cheque.",
                        "Mara Okafor",
                        "chair of the budget committee"),
                    paragraph("A second report is due in October."))));
  }

  @Test
  void minimalHasNothingButHeadlineLeadAndOneParagraph() {
    var article = article(read(sample("minimal.txt")));

    assertThat(article)
        .isEqualTo(
            content(
                null,
                "Bahnstrecke nach Sturm wieder frei",
                "Die Strecke zwischen Husum und Heide ist seit dem frühen Morgen wieder"
                    + " befahrbar.",
                null,
                List.of(),
                List.of(),
                List.of(paragraph("Züge fahren noch mit Verspätung."))));
  }

  @Test
  void aSampleIsUnderstoodWithoutIdentityAndWithoutWarnings() {
    var reading = read(sample("minimal.txt"));

    assertThat(reading)
        .isEqualTo(
            new Reading.Understood(
                "page-text",
                new IncomingDocument(
                    null,
                    null,
                    null,
                    new IncomingDocument.Instruction.Save(article(reading)),
                    List.of())));
  }

  private static ArticleContent content(
      @Nullable String kicker,
      String headline,
      String lead,
      @Nullable String language,
      List<String> topics,
      List<String> sources,
      List<Block> body) {
    return new ArticleContent(
        null, kicker, headline, lead, language, null, topics, List.of(), sources, null, body,
        List.of(), List.of(), false, null, null, null);
  }
}
