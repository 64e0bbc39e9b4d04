package extrablatt.ingest;

import extrablatt.domain.ingest.Receipt;
import extrablatt.domain.publishing.ListName;
import extrablatt.domain.publishing.Publication;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;

/**
 * A pressroom's state as text, to be compared with another's. Ids are numbered in the order in
 * which they appear, since no two runs share them.
 */
final class State {
  private static final Pattern ULID = Pattern.compile("[0-7][0-9A-HJKMNP-TV-Z]{25}");
  private static final Pattern REVISION = Pattern.compile("\"revision\":\\d+,?");

  private State() {}

  /** All that newsroom and public see, receipts with their revisions too. */
  static String whole(Pressroom room) {
    var lines = new ArrayList<String>();
    for (var article : room.articles().reversed()) lines.addAll(article(room, article));
    for (var teaser : room.teasers().reversed()) {
      lines.add("teaser " + teaser.id() + " " + visibility(room, teaser));
      lines.add("  head " + teaser.head() + " reads " + room.readTeaser(teaser.id().value()));
    }
    lines.add("teasers listed " + room.list(new ListName.Teasers()));
    for (var receipt : room.receipts().reversed()) lines.add(line(receipt));
    return numbered(String.join("\n", lines));
  }

  /** What the laws of ingest fix: the content, its visibility and what the public reads. */
  static String lawful(Pressroom room) {
    if (room.articles().isEmpty()) return "no article";
    return numbered(
        REVISION
            .matcher(
                "%s\n%s\n%s\n%s\nreceipts %d"
                    .formatted(
                        room.head(),
                        visibility(room, room.article()),
                        room.read(),
                        room.list(new ListName.Newest()),
                        room.receipts().size()))
            .replaceAll(""));
  }

  private static List<String> article(Pressroom room, Publication article) {
    var lines = new ArrayList<String>();
    lines.add("article " + article.id() + " " + article.slug() + " " + visibility(room, article));
    for (int number = 1; number <= article.head(); number++) {
      var revision = room.stores.content().revision(article.id(), number).orElseThrow();
      lines.add("  revision %d %s".formatted(number, revision.content().text()));
    }
    lines.add("  read " + room.read(article.id().value()));
    lines.add("  listed " + room.list(new ListName.Newest()));
    return lines;
  }

  private static String visibility(Pressroom room, Publication document) {
    var withdrawal = document.withdrawal();
    var reason = withdrawal == null ? "" : " because " + withdrawal.reason();
    return document.statusAt(room.clock.instant()) + reason;
  }

  private static String line(Receipt receipt) {
    return "receipt %s %s became %s revision %s %s %s"
        .formatted(
            receipt.key(),
            receipt.outcome(),
            receipt.product(),
            receipt.revision(),
            receipt.problem(),
            receipt.warnings());
  }

  private static String numbered(String text) {
    Map<String, String> names = new HashMap<>();
    return ULID.matcher(text)
        .replaceAll(found -> names.computeIfAbsent(found.group(), _ -> "ID" + (names.size() + 1)));
  }
}
