package extrablatt.liveblogs;

import extrablatt.domain.liveblogs.Due;

/** One line of JSON for each outcome; ids only, never what an entry says. */
final class Log {
  private Log() {}

  static void swept(Due due, long startedNanos) {
    System.out.println(
        "{\"event\":\"entry.swept\",\"liveblogId\":\"%s\",\"entryId\":\"%s\",\"milliseconds\":%d}"
            .formatted(
                due.liveblog(), due.entry(), (System.nanoTime() - startedNanos) / 1_000_000));
  }

  /** A failure by its kind and place; its message may quote the entry. */
  static void failed(Due due, RuntimeException failure) {
    var place = failure.getStackTrace().length == 0 ? "" : failure.getStackTrace()[0].toString();
    System.out.println(
        "{\"event\":\"entry.sweep-failed\",\"liveblogId\":\"%s\",\"entryId\":\"%s\",\"error\":\"%s\",\"at\":\"%s\"}"
            .formatted(due.liveblog(), due.entry(), failure.getClass().getName(), place));
  }
}
