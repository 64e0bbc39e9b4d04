package extrablatt.domain.delivery;

import extrablatt.domain.Bytes;
import extrablatt.domain.liveblogs.PublicEntry;
import extrablatt.domain.publishing.Rendering;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * Joins many renderings for one viewer at one moment, and keeps in mind what the whole depends on.
 */
final class Joining {
  private final @Nullable String country;
  private Moment moment;
  private boolean dependsOnCountry;

  Joining(Instant now, @Nullable String country) {
    this.country = country;
    this.moment = new Moment(now, null);
  }

  Bytes entry(PublicEntry entry) {
    return joined(entry.whole());
  }

  Bytes joined(Rendering rendering) {
    moment = moment.until(rendering.nextChange(moment.now()).orElse(null));
    dependsOnCountry |= rendering.dependsOnCountry();
    return rendering.joined(moment.now(), country);
  }

  <T> LiveblogFound<T> shown(T value) {
    return new LiveblogFound.Shown<>(value, dependsOnCountry, moment);
  }
}
