package extrablatt.domain.articles;

import extrablatt.domain.Fault;
import extrablatt.domain.LiveblogId;
import extrablatt.domain.Slug;
import extrablatt.domain.Ulids;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * The liveblogs that one document hints at while it is being changed. A known one is stored by its
 * id alone and shown as it is; one that is not public is left out; a hint by text stays as it is.
 */
public final class LiveblogHints {
  private final KnownLiveblogs liveblogs;
  private final Map<LiveblogId, Optional<KnownLiveblogs.Known>> read = new HashMap<>();

  public LiveblogHints(KnownLiveblogs liveblogs) {
    this.liveblogs = liveblogs;
  }

  /** The body with every named liveblog stored by its id; one that is not known is a fault. */
  public List<Block> settled(List<Block> body, List<Fault> faults) {
    return Bodies.replaced(
        body,
        (block, pointer) ->
            block instanceof Block.LiveblogHint(var hint)
                ? new Block.LiveblogHint(settled(hint, pointer + "/liveblog", faults))
                : block);
  }

  private LiveblogTeaser settled(LiveblogTeaser hint, String pointer, List<Fault> faults) {
    var id = hint.id();
    var slug = hint.slug();
    var known =
        id != null
            ? byId(id)
            : slug != null ? bySlug(slug) : Optional.<KnownLiveblogs.Known>empty();
    if (id == null && slug == null) return hint;
    if (known.isPresent()) return LiveblogTeaser.of(known.get().id());
    faults.add(
        id != null
            ? Fault.at(pointer + "/id", "there is no liveblog " + id)
            : Fault.at(pointer + "/slug", "there is no liveblog " + slug));
    return hint;
  }

  /** The body as the public reads it. */
  public List<Block> shown(List<Block> body) {
    return Bodies.rewritten(
        body,
        block ->
            block instanceof Block.LiveblogHint(var hint) && hint.id() != null
                ? byId(hint.id())
                    .filter(KnownLiveblogs.Known::isPublic)
                    .<Block>map(known -> new Block.LiveblogHint(known.teaser()))
                    .stream()
                    .toList()
                : List.of(block));
  }

  /** The body as the newsroom reads it. */
  public List<Block> told(List<Block> body) {
    return Bodies.replaced(
        body,
        (block, _) ->
            block instanceof Block.LiveblogHint(var hint) && hint.id() != null
                ? new Block.LiveblogHint(
                    byId(hint.id()).map(KnownLiveblogs.Known::teaser).orElse(hint))
                : block);
  }

  /** The liveblogs that a body names. */
  public static Set<LiveblogId> named(List<Block> body) {
    var named = new HashSet<LiveblogId>();
    Bodies.replaced(
        body,
        (block, _) -> {
          if (block instanceof Block.LiveblogHint(var hint) && hint.id() != null)
            named.add(new LiveblogId(hint.id()));
          return block;
        });
    return named;
  }

  /** The versions of those among them that exist. */
  public Map<LiveblogId, Long> versions(Set<LiveblogId> ids) {
    var versions = new HashMap<LiveblogId, Long>();
    for (var id : ids) byId(id.value()).ifPresent(known -> versions.put(id, known.version()));
    return versions;
  }

  private Optional<KnownLiveblogs.Known> byId(String id) {
    if (!Ulids.isUlid(id)) return Optional.empty();
    return read.computeIfAbsent(new LiveblogId(id), liveblogs::byId);
  }

  private Optional<KnownLiveblogs.Known> bySlug(String slug) {
    return Slug.isSlug(slug) ? liveblogs.bySlug(new Slug(slug)) : Optional.empty();
  }
}
