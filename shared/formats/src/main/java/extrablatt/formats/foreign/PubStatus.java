package extrablatt.formats.foreign;

import extrablatt.domain.Fault;
import java.util.Locale;
import java.util.Set;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * Whether a provider lets a document be used: IPTC's publishing status
 * (http://cv.iptc.org/newscodes/pubstatusg2/), under the spellings that agencies have for it.
 */
public enum PubStatus {
  /** It may be used; also where nothing is said. */
  USABLE,
  /** It was taken back. */
  CANCELED,
  /** It must not be used until further notice. */
  WITHHELD;

  /** What to say of a status that is none of these: nobody could say whether it may be shown. */
  private static final String WANTED = "must be usable, withheld or canceled";

  /**
   * The status that a code says, alone or behind an alias or an address.
   *
   * @param article hears of a code that is none
   * @param at the fault with a detail, at the code's place
   */
  public static PubStatus of(
      @Nullable String code, ForeignArticle article, Function<String, Fault> at) {
    return switch (plain(code)) {
      case "", "usable" -> USABLE;
      case "canceled", "cancelled", "killed" -> CANCELED;
      case "withheld" -> WITHHELD;
      default -> {
        article.fault(at.apply(WANTED));
        yield USABLE;
      }
    };
  }

  /** Whether a code says, or leaves unsaid, that something may be used. */
  static boolean isUsable(@Nullable String code) {
    return Set.of("", "usable").contains(plain(code));
  }

  private static String plain(@Nullable String code) {
    return code == null ? "" : code.strip().replaceFirst("^.*[:/]", "").toLowerCase(Locale.ROOT);
  }

  /** Why an article goes, if nobody gave a reason. */
  public String reason() {
    return name().toLowerCase(Locale.ROOT) + " by its provider";
  }
}
