package extrablatt.ingest;

import static extrablatt.ingest.Documents.article;
import static extrablatt.ingest.Documents.kill;
import static extrablatt.ingest.Documents.large;
import static extrablatt.ingest.Documents.largeWithoutTeasers;
import static extrablatt.ingest.Documents.page;

import extrablatt.domain.ingest.Dropped;
import extrablatt.domain.ingest.Outcome;
import org.jspecify.annotations.Nullable;

/** What has been delivered before, and the document whose delivery is troubled. */
enum Story {
  NEW_PAGE(Outcome.ACCEPTED, page("Neu", "Erstes Bild.", "Zweites Bild.")),
  CHANGED_PAGE(
      Outcome.UPDATED,
      page("Geändert", "Erstes Bild."),
      page("Geändert", "Neues Bild.", "Zweites Bild.")),
  PAGE_WITH_A_TEASER_LESS(
      Outcome.UPDATED,
      page("Weniger", "Erstes Bild.", "Zweites Bild."),
      page("Weniger", "Erstes Bild.")),
  SAME_PAGE(Outcome.DUPLICATE, page("Gleich", "Bild."), page("Gleich", "Bild.")),
  OLDER_DOCUMENT(Outcome.STALE, article("g", 2, "neu"), article("g", 1, "alt")),
  NEWER_DUPLICATE(Outcome.DUPLICATE, article("g", 1, "neu"), article("g", 2, "neu")),
  KILL(
      Outcome.WITHDRAWN,
      article("g", 1, "neu")
          .replace(
              "}", ", \"body\": [{\"type\": \"videoTeaser\", \"teaser\": {\"title\": \"V\"}}]}"),
      kill("g", 2, "Falsch.")),
  KILL_BEFORE_ITS_DOCUMENT(Outcome.WITHDRAWN, kill("g", 2, "Falsch.")),
  DOCUMENT_AFTER_ITS_KILL(Outcome.ACCEPTED, kill("g", 2, "Falsch."), article("g", 3, "neu")),
  DOCUMENT_OLDER_THAN_ITS_KILL(Outcome.STALE, kill("g", 2, "Falsch."), article("g", 1, "alt")),
  REJECTED(Outcome.REJECTED, "{\"guid\": \"g\", \"headline\": \"\"}"),
  LARGE(Outcome.ACCEPTED, large(1, "A")),
  LARGE_CHANGED(Outcome.UPDATED, large(1, "A"), large(2, "B")),
  LARGE_WITH_NEW_TEASERS(Outcome.UPDATED, largeWithoutTeasers(1, "A"), large(2, "B")),
  LARGE_LOSES_ITS_TEASERS(Outcome.UPDATED, large(1, "A"), largeWithoutTeasers(2, "B")),
  LARGE_KILLED(Outcome.WITHDRAWN, large(1, "A"), kill("large", 2, "Falsch."));

  private static final String JSON_KEY = "publish/demo/faehre.json";
  private static final String TEXT_KEY = "publish/demo/faehre.txt";

  /** What the document's receipt says in the end. */
  final Outcome outcome;

  private final @Nullable String before;
  private final String document;

  Story(Outcome outcome, String document) {
    this(outcome, null, document);
  }

  Story(Outcome outcome, @Nullable String before, String document) {
    this.outcome = outcome;
    this.before = before;
    this.document = document;
  }

  /** Delivers what comes before, and drops the document. */
  Dropped begin(Pressroom room) {
    if (before != null) room.send(key(before), before);
    return room.drop(key(document), document);
  }

  private static String key(String document) {
    return document.startsWith("{") ? JSON_KEY : TEXT_KEY;
  }
}
