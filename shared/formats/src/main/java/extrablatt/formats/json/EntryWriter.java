package extrablatt.formats.json;

import extrablatt.domain.liveblogs.EntryContent;

/** Writes what is said in an entry of a liveblog. */
final class EntryWriter {
  private EntryWriter() {}

  static void content(JsonWriter json, EntryContent entry, BlockWriter.TeaserWriting teasers) {
    json.text("headline", entry.headline());
    json.list("authors", entry.authors(), author -> ArticleWriter.author(json, author));
    json.texts("sources", entry.sources());
    json.flag("keyEvent", entry.keyEvent());
    json.flag("significant", entry.significant());
    json.time("eventTime", entry.eventTime());
    new BlockWriter(json, teasers).body(entry.body());
  }
}
