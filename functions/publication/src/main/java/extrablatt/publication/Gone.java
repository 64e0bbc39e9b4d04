package extrablatt.publication;

import com.amazonaws.services.lambda.runtime.events.DynamodbEvent.DynamodbStreamRecord;
import com.amazonaws.services.lambda.runtime.events.models.dynamodb.AttributeValue;
import extrablatt.domain.Bytes;
import extrablatt.domain.LiveblogId;
import extrablatt.domain.Slug;
import extrablatt.domain.delivery.PublicLog;
import extrablatt.domain.push.CacheInvalidator;
import extrablatt.domain.push.ReaderPaths;
import extrablatt.storage.TableChange;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/** What was withdrawn or removed, and that no cache shall show any longer. */
final class Gone {
  private final PublicLog log;
  private final @Nullable CacheInvalidator cache;

  /** Without a cache there is nothing to do. */
  Gone(PublicLog log, @Nullable CacheInvalidator cache) {
    this.log = log;
    this.cache = cache;
  }

  /** How many paths the cache lets go of, for all records in one request. */
  int invalidate(List<DynamodbStreamRecord> records) {
    if (cache == null) return 0;
    var paths = new TreeSet<String>();
    var liveblogs = new LinkedHashSet<LiveblogId>();
    for (var record : records) {
      var image = record.getDynamodb().getNewImage();
      if (image == null) continue;
      var change = Records.change(record);
      paths.addAll(withdrawn(change, image));
      change.entryRemoved(text(image, TableChange.OP)).ifPresent(liveblogs::add);
    }
    liveblogs.forEach(liveblog -> paths.addAll(entries(liveblog)));
    if (paths.isEmpty()) return 0;
    cache.invalidate(paths, reference(records.getFirst(), paths));
    return paths.size();
  }

  private static Set<String> withdrawn(TableChange change, Map<String, AttributeValue> image) {
    if (!image.containsKey(TableChange.WITHDRAWN_AT)) return Set.of();
    var slug = text(image, TableChange.SLUG);
    return change
        .publicDocument()
        .map(id ->
            ReaderPaths.ofDocument(id, slug == null ? null : new Slug(slug), formerSlugs(image)))
        .orElseGet(Set::of);
  }

  private Set<String> entries(LiveblogId liveblog) {
    return log.head(liveblog)
        .map(head -> ReaderPaths.ofEntries(liveblog, head.slug(), head.formerSlugs()))
        .orElseGet(Set::of);
  }

  private static List<Slug> formerSlugs(Map<String, AttributeValue> image) {
    var slugs = image.get(TableChange.FORMER_SLUGS);
    return slugs == null
        ? List.of()
        : slugs.getL().stream().map(AttributeValue::getS).map(Slug::new).toList();
  }

  private static @Nullable String text(Map<String, AttributeValue> image, String name) {
    var value = image.get(name);
    return value == null ? null : value.getS();
  }

  /** CloudFront begins nothing twice under one name. */
  private static String reference(DynamodbStreamRecord first, Set<String> paths) {
    return first.getDynamodb().getSequenceNumber() + "-" + Bytes.utf8(paths.toString()).hash();
  }
}
