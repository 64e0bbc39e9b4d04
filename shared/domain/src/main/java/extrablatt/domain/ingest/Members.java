package extrablatt.domain.ingest;

import extrablatt.domain.LiveblogId;
import extrablatt.domain.ingest.IncomingDocument.Instruction;
import extrablatt.domain.liveblogs.EntryContent;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Several documents of one object: what each is called, to what it belongs, and who is first. */
final class Members {
  private final List<Reading.Member> members;
  private final String key;
  private final DropPlace place;
  private final DeliveredLiveblogs liveblogs;
  private final Map<Integer, String> liveblogOf = new HashMap<>();

  Members(List<Reading.Member> members, String key, DropPlace place, DeliveredLiveblogs liveblogs) {
    this.members = members;
    this.key = key;
    this.place = place;
    this.liveblogs = liveblogs;
    String liveblog = null;
    for (int number = 0; number < members.size(); number++) {
      if (isLiveblog(members.get(number))) liveblog = guid(number);
      if (liveblog != null) liveblogOf.put(number, liveblog);
    }
  }

  Reading.Member get(int number) {
    return members.get(number);
  }

  /** What one of them is called: what has no guid is known by the object's key and its name. */
  String guid(int number) {
    var member = members.get(number);
    var told =
        member.reading() instanceof Reading.Understood(_, var document) ? document.guid() : null;
    return told == null ? key + "#" + member.name() : told;
  }

  /** The guid of the liveblog that came last before one of them; null if none did. */
  @Nullable String liveblog(int number) {
    return liveblogOf.get(number);
  }

  /**
   * The numbers of all of them: entries that say what they said before come last, for whoever reads
   * along waits for the others.
   */
  List<Integer> inOrder() {
    var ids = entryIds();
    var origins = liveblogs.origins(ids.values());
    var first = new ArrayList<Integer>();
    var last = new ArrayList<Integer>();
    for (int number = 0; number < members.size(); number++) {
      var id = ids.get(number);
      boolean isKnown = id != null && isKnown(members.get(number), origins.get(id));
      (isKnown ? last : first).add(number);
    }
    first.addAll(last);
    return first;
  }

  /** The origins of the entries of liveblogs that are there already. */
  private Map<Integer, OriginId> entryIds() {
    var found = new HashMap<String, Optional<LiveblogId>>();
    var ids = new HashMap<Integer, OriginId>();
    for (int number = 0; number < members.size(); number++) {
      var named = liveblogOf.get(number);
      if (named == null || entry(members.get(number)) == null) continue;
      var guid = guid(number);
      var liveblog = found.computeIfAbsent(named, one -> liveblogs.find(place, one)).orElse(null);
      if (liveblog != null) ids.put(number, OriginId.ofEntry(place.provider(), guid, liveblog));
    }
    return ids;
  }

  private boolean isKnown(Reading.Member member, @Nullable OriginRecord origin) {
    var content = entry(member);
    return content != null
        && member.reading() instanceof Reading.Understood understood
        && liveblogs.isKnown(place, origin, understood, content);
  }

  private static @Nullable EntryContent entry(Reading.Member member) {
    return member.reading() instanceof Reading.Understood(_, var document)
            && document.instruction() instanceof Instruction.SaveEntry(var content)
        ? content
        : null;
  }

  private static boolean isLiveblog(Reading.Member member) {
    return member.reading() instanceof Reading.Understood(_, var document)
        && document.instruction() instanceof Instruction.SaveLiveblog;
  }
}
