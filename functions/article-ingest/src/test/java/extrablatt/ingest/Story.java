package extrablatt.ingest;

import static extrablatt.ingest.Documents.article;
import static extrablatt.ingest.Documents.kill;
import static extrablatt.ingest.Documents.large;
import static extrablatt.ingest.Documents.largeWithoutTeasers;
import static extrablatt.ingest.Documents.page;

import extrablatt.domain.ingest.Dropped;
import extrablatt.domain.ingest.Outcome;
import java.util.List;

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

  /** What the last document's receipt says in the end. */
  final Outcome outcome;

  @SuppressWarnings("ImmutableEnumChecker") // It is made by List.of, which its type does not say.
  private final List<String> documents;

  Story(Outcome outcome, String... documents) {
    this.outcome = outcome;
    this.documents = List.of(documents);
  }

  /** Delivers what comes before, and drops the last document. */
  Dropped begin(Pressroom room) {
    for (int i = 0; i < documents.size() - 1; i++) room.send(key(i), documents.get(i));
    return room.drop(key(documents.size() - 1), documents.getLast());
  }

  private String key(int document) {
    return documents.get(document).startsWith("{") ? JSON_KEY : TEXT_KEY;
  }
}
