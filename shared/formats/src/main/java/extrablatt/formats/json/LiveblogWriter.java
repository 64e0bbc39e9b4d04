package extrablatt.formats.json;

import extrablatt.domain.liveblogs.LiveblogContent;

/** Writes what is said in a liveblog. */
final class LiveblogWriter {
  private LiveblogWriter() {}

  /** The content; the slug and the start belong to the liveblog's state. */
  static void content(JsonWriter json, LiveblogContent liveblog) {
    json.text("kicker", liveblog.kicker());
    json.requiredText("headline", liveblog.headline());
    json.text("summary", liveblog.summary());
    json.texts("summaryPoints", liveblog.summaryPoints());
    ImageWriter.image(json, "image", liveblog.image());
    json.texts("sources", liveblog.sources());
    json.texts("topics", liveblog.topics());
    json.text("language", liveblog.language());
  }
}
