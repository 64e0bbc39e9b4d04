package extrablatt.formats.ans;

import extrablatt.domain.Fault;
import extrablatt.formats.foreign.ForeignArticle;
import extrablatt.formats.json.ForeignJson;
import org.jspecify.annotations.Nullable;

/**
 * When a story may be shown, by its restrictions ({@code content_restrictions}) and by what its
 * system plans for it ({@code publishing}).
 */
final class Release {
  private static final String EMBARGO = "/content_restrictions/embargo";
  private static final String OPERATIONS = "/publishing/scheduled_operations/";

  /** An embargo that ends when somebody says so. */
  private static final String OPEN = "open-ended";

  private final ForeignJson story;
  private final ForeignArticle article;

  Release(ForeignJson story, ForeignArticle article) {
    this.story = story;
    this.article = article;
  }

  /** Reads it; an embargo that nobody can read is a fault. */
  void read() {
    for (var name : new String[] {"display_date", "first_publish_date", "publish_date"}) {
      var date = AnsStory.time(story.text(name));
      if (date == null) continue;
      article.published(date);
      break;
    }
    boolean isEmbargoed = embargo();
    if (!isEmbargoed && "embargoed".equalsIgnoreCase(story.text("status")))
      fault(
          "/status",
          "is embargoed, and nobody says until when: send the story when it may be shown");
    publishing();
  }

  /** Only its own system knows what regions a restriction means. */
  void regions() {
    var restrictions = story.object("content_restrictions");
    if (restrictions != null && restrictions.asWritten("geo") != null)
      article.draft("that it may be shown in some regions only, by a rule that is not in it");
  }

  private boolean embargo() {
    var told = story.asWritten("content_restrictions");
    if (told == null) return false;
    var restrictions = story.object("content_restrictions");
    if (restrictions == null) {
      fault("/content_restrictions", "must be an object");
      return true;
    }
    var until = until(story);
    if (until == null) return false;
    if (until.equals(OPEN)) fault(EMBARGO, "is open-ended: send the story when it may be shown");
    else article.publishAt(until, detail -> Fault.at(EMBARGO + "/end_time", detail));
    return true;
  }

  /**
   * Until when a story or an element of one is embargoed: a time, or what is none where nobody
   * knows; null if it is not.
   */
  static @Nullable String until(ForeignJson object) {
    var restrictions = object.object("content_restrictions");
    if (restrictions == null || restrictions.asWritten("embargo") == null) return null;
    var embargo = restrictions.object("embargo");
    if (embargo == null) return OPEN;
    if ("false".equals(embargo.text("active"))) return null;
    var end = embargo.asWritten("end_time");
    return end == null || end.isBlank() ? OPEN : end;
  }

  /** What was never published is published when that is planned, and is a draft until it is. */
  private void publishing() {
    var publishing = story.object("publishing");
    if (publishing == null) return;
    var planned = publishing.object("scheduled_operations");
    if (planned != null) ends(planned);
    if (!"false".equals(publishing.text("has_published_edition"))) return;
    if (planned == null || planned.objects("publish_edition").isEmpty())
      article.draft("has_published_edition: false");
    else begins(planned);
  }

  private void begins(ForeignJson planned) {
    int number = 0;
    for (var operation : planned.objects("publish_edition")) {
      var pointer = OPERATIONS + "publish_edition/" + number++ + "/operation_date";
      var date = operation.asWritten("operation_date");
      if (date == null) fault(pointer, "is missing: nobody could say when the story may be shown");
      else article.publishAt(date, detail -> Fault.at(pointer, detail));
    }
  }

  private void ends(ForeignJson planned) {
    for (var operation : planned.objects("unpublish_edition"))
      article.expiresAt(operation.asWritten("operation_date"), "unpublish_edition");
  }

  private void fault(String pointer, String detail) {
    article.fault(Fault.at(pointer, detail));
  }
}
