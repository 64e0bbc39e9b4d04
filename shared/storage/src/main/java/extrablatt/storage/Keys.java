package extrablatt.storage;

import extrablatt.domain.ArticleId;
import extrablatt.domain.DocumentId;
import extrablatt.domain.DocumentKind;
import extrablatt.domain.EntryId;
import extrablatt.domain.LiveblogId;
import extrablatt.domain.Slug;
import extrablatt.domain.TeaserId;
import extrablatt.domain.ingest.OriginId;
import extrablatt.domain.ingest.Receipt;
import extrablatt.domain.ingest.ReceiptStore;
import extrablatt.domain.liveblogs.Due;
import extrablatt.domain.media.MediaName;
import extrablatt.domain.publishing.IdempotencyKey;
import extrablatt.domain.publishing.ListName;
import extrablatt.domain.publishing.ShownStore.ShowingEntry;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeFormatterBuilder;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Every key of the table; section 7 of the design lists what is read by each. */
final class Keys {
  /** Before the first sort key that begins with a time. */
  static final String FIRST = "!";

  /** After the last sort key that begins with a time. */
  static final String LAST = "~";

  /** Before the first revision, and after {@code META}. */
  static final String FIRST_REVISION = "REV#";

  /** After the last revision. */
  static final String LAST_REVISION = "REV#~";

  /** Directly after the last change of a liveblog, so that one query reads both. */
  static final String LOG_HEAD = "CHANGE#HEAD";

  private static final String CHANGE = "CHANGE#";
  private static final String PUBLIC_ENTRY = "ENTRY#";
  private static final String KEY_EVENT = "KEY#";
  private static final String ENTRY_STATE = "ENTRY#";
  private static final DateTimeFormatter NANOSECONDS =
      new DateTimeFormatterBuilder().appendInstant(9).toFormatter();
  private static final int LENGTH_OF_TIME = "2026-01-01T00:00:00.000000000Z".length();
  private static final String TIME = "\\d{4}-\\d\\d-\\d\\dT\\d\\d:\\d\\d:\\d\\d\\.\\d{9}Z";
  private static final String ULID = "[0-9A-Z]{26}";
  private static final Pattern LIST_POSITION = Pattern.compile(TIME + "#" + ULID + "#" + TIME);
  private static final Pattern LIVEBLOG_POSITION = Pattern.compile(TIME + "#" + ULID);
  private static final Pattern ENTRY_POSITION = Pattern.compile("(ENTRY|KEY)#\\d{19}");
  private static final Pattern ENTRY_STATE_POSITION = Pattern.compile("ENTRY#" + ULID);
  private static final Pattern DESK_POSITION = Pattern.compile(TIME + "#" + ULID);
  private static final Pattern RECEIPT_POSITION = Pattern.compile(TIME + "#[^#]+");
  private static final Pattern REVISION_POSITION = Pattern.compile("REV#\\d{10}");

  static final String DUE = "DUE";
  private static final String LIVEBLOGS = "LIST#LIVEBLOGS";

  /** A key's part beyond this many bytes is hashed: a partition key holds at most 2048. */
  private static final int LONGEST_PART = 512;

  private Keys() {}

  static Key state(DocumentId id) {
    return new Key(document(id), "META");
  }

  static String document(DocumentId id) {
    return switch (id.kind()) {
      case ARTICLE -> "ARTICLE#" + id.value();
      case TEASER -> "TEASER#" + id.value();
      case LIVEBLOG -> "LIVEBLOG#" + id.value();
    };
  }

  static Key revision(DocumentId id, int number) {
    return new Key(document(id), FIRST_REVISION + padded(number));
  }

  static String publicRows(DocumentId id) {
    return "PUB#" + document(id);
  }

  /**
   * A revision that takes over another's beginning at once takes over its row: one write, no gap.
   */
  static Key publicRow(DocumentId id, Instant from) {
    return new Key(publicRows(id), time(from));
  }

  /** The document in other formats, each span a row like that of the document itself. */
  static String variantRows(DocumentId id) {
    return "PUB#VARIANTS#" + document(id);
  }

  static Key variantRow(DocumentId id, Instant from) {
    return new Key(variantRows(id), time(from));
  }

  static Key slug(DocumentKind kind, Slug slug) {
    return new Key("PUB#SLUG#" + name(kind) + "#" + slug.value(), "SLUG");
  }

  static Key origin(OriginId id) {
    var liveblog = id.liveblog();
    return new Key(
        "ORIGIN#" + part(id.provider()) + "#" + part(id.guid()),
        liveblog == null ? "ORIGIN" : "ORIGIN#" + liveblog);
  }

  /** The files that belong to a teaser. */
  static Key bundle(TeaserId teaser) {
    return new Key(document(teaser), "MEDIA");
  }

  /** Which teaser dropped files of a name belong to. */
  static Key mediaName(MediaName name) {
    return new Key("MEDIA#NAME#" + part(name.provider()) + "#" + part(name.name()), "NAME");
  }

  /** A file that is handed out. */
  static Key mediaFile(String id) {
    return new Key("MEDIA#FILE#" + part(id), "FILE");
  }

  static Key upload(String id) {
    return new Key("UPLOAD#" + part(id), "UPLOAD");
  }

  static String list(ListName list) {
    return switch (list) {
      case ListName.Newest() -> "LIST#NEWEST";
      case ListName.Section(var section) -> "LIST#SECTION#" + part(section);
      case ListName.Topic(var topic) -> "LIST#TOPIC#" + part(topic);
      case ListName.ByAuthor(var author) -> "LIST#AUTHOR#" + part(author);
      case ListName.Showing(var teaser) -> "LIST#SHOWING#" + teaser;
      case ListName.Teasers() -> "LIST#TEASERS";
      case ListName.TeaserTopic(var topic) -> "LIST#TEASERTOPIC#" + part(topic);
    };
  }

  static Key listed(ListName list, Instant publishedAt, DocumentId id, Instant from) {
    return new Key(list(list), time(publishedAt) + "#" + id.value() + "#" + time(from));
  }

  static String desk(DocumentKind kind) {
    return "DESK#" + name(kind);
  }

  static Key deskLine(DocumentId id, Instant createdAt) {
    return new Key(desk(id.kind()), time(createdAt) + "#" + id.value());
  }

  static Key logHead(LiveblogId id) {
    return new Key(publicRows(id), LOG_HEAD);
  }

  static Key change(LiveblogId id, long seq) {
    return new Key(publicRows(id), CHANGE + padded(seq));
  }

  static Key publicEntry(LiveblogId id, long firstSeq) {
    return new Key(publicRows(id), PUBLIC_ENTRY + padded(firstSeq));
  }

  static Key keyEvent(LiveblogId id, long firstSeq) {
    return new Key(publicRows(id), KEY_EVENT + padded(firstSeq));
  }

  /** Where the public entry with that id stands. */
  static Key publicEntryId(LiveblogId id, EntryId entry) {
    return new Key(publicRows(id), "ID#" + entry.value());
  }

  static Key entryState(LiveblogId id, EntryId entry) {
    return new Key(document(id), ENTRY_STATE + entry.value());
  }

  /** All rows of those kinds, as they lie between the first and the last. */
  static Range publicEntries(LiveblogId id, int limit, @Nullable String after) {
    return between(publicRows(id), PUBLIC_ENTRY, limit, checked(ENTRY_POSITION, after));
  }

  static Range keyEvents(LiveblogId id, int limit, @Nullable String after) {
    return between(publicRows(id), KEY_EVENT, limit, checked(ENTRY_POSITION, after));
  }

  static Range entryStates(LiveblogId id, int limit, @Nullable String after) {
    return between(document(id), ENTRY_STATE, limit, checked(ENTRY_STATE_POSITION, after));
  }

  static Range liveblogs(int limit, @Nullable String after) {
    return new Range(LIVEBLOGS, FIRST, LAST, limit, checked(LIVEBLOG_POSITION, after), true);
  }

  private static Range between(String partition, String prefix, int limit, @Nullable String after) {
    return new Range(partition, prefix, prefix + "~", limit, after, true);
  }

  static Key listedLiveblog(LiveblogId id, Instant startsAt) {
    return new Key(LIVEBLOGS, time(startsAt) + "#" + id.value());
  }

  /** Which documents show something: {@code SHOWN#LIVEBLOG#id}, {@code id}. */
  static Key shown(DocumentId what, DocumentId where) {
    return new Key(shownIn(what), where.value());
  }

  /** Which entries show a teaser: {@code SHOWN#TEASER#id}, {@code liveblogId#entryId}. */
  static Key shown(TeaserId teaser, LiveblogId liveblog, EntryId entry) {
    return new Key(shownIn(teaser), liveblog.value() + "#" + entry.value());
  }

  static String shownIn(DocumentId what) {
    return "SHOWN#" + document(what);
  }

  /** Of a public list's sort key, {@code publishedAt#id#from}. */
  static ArticleId listedArticle(String sort) {
    return new ArticleId(sort.split("#", -1)[1]);
  }

  /** Of {@code liveblogId#entryId}. */
  static ShowingEntry showingEntry(String sort) {
    int hash = sort.indexOf('#');
    return new ShowingEntry(
        new LiveblogId(sort.substring(0, hash)), new EntryId(sort.substring(hash + 1)));
  }

  /** In which lists of what shows a teaser an article stands. */
  static Key showing(ArticleId id) {
    return new Key(document(id), "SHOWING");
  }

  /** A socket that wants to hear of a liveblog; and all that a socket wants to hear of. */
  static Key subscriber(LiveblogId liveblog, String connection) {
    return new Key(subscribers(liveblog), part(connection));
  }

  static String subscribers(LiveblogId liveblog) {
    return "SOCKET#" + liveblog.value();
  }

  static Key subscription(String connection, LiveblogId liveblog) {
    return new Key(subscriptions(connection), liveblog.value());
  }

  static String subscriptions(String connection) {
    return "SOCKETS#" + part(connection);
  }

  static Key due(Due due) {
    return new Key(
        DUE, time(due.publishAt()) + "#" + due.liveblog().value() + "#" + due.entry().value());
  }

  static Key batch(IdempotencyKey key) {
    return new Key(idempotency(key).partition(), "BATCH");
  }

  static Key receipt(String id) {
    return new Key("RECEIPT#" + part(id), "RECEIPT");
  }

  static String receipts(ReceiptStore.Filter filter) {
    return switch (filter) {
      case ReceiptStore.Filter.All() -> "RECEIPTS#ALL";
      case ReceiptStore.Filter.ByKey(var key) -> "RECEIPTS#KEY#" + part(key);
      case ReceiptStore.Filter.ByOutcome(var outcome) -> "RECEIPTS#OUTCOME#" + outcome.name();
      case ReceiptStore.Filter.ByProvider(var provider) -> "RECEIPTS#PROVIDER#" + part(provider);
    };
  }

  static Key listedReceipt(ReceiptStore.Filter filter, Receipt receipt) {
    return new Key(receipts(filter), time(receipt.receivedAt()) + "#" + part(receipt.id()));
  }

  static Key idempotency(IdempotencyKey key) {
    return new Key("IDEM#" + part(key.scope()) + "#" + part(key.key()), "IDEM");
  }

  /** A time as a text that sorts like it. */
  static String time(Instant time) {
    var text = NANOSECONDS.format(time);
    if (text.length() != LENGTH_OF_TIME)
      throw new IllegalArgumentException("keys hold the years 0000 to 9999 only: " + time);
    return text;
  }

  /** After every sort key that begins with that time or an earlier one. */
  static String upTo(Instant time) {
    return time(time) + "~";
  }

  /** The same, if it is a position of a public list. */
  static @Nullable String listPosition(@Nullable String position) {
    return checked(LIST_POSITION, position);
  }

  /** The same, if it is a position of a newsroom list. */
  static @Nullable String deskPosition(@Nullable String position) {
    return checked(DESK_POSITION, position);
  }

  /** The same, if it is a position of a list of receipts. */
  static @Nullable String receiptPosition(@Nullable String position) {
    return checked(RECEIPT_POSITION, position);
  }

  /** The same, if it is a position of a list of revisions. */
  static @Nullable String revisionPosition(@Nullable String position) {
    return checked(REVISION_POSITION, position);
  }

  private static @Nullable String checked(Pattern form, @Nullable String position) {
    if (position != null && !form.matcher(position).matches())
      throw new IllegalArgumentException("not a position of this list: " + position);
    return position;
  }

  private static String name(DocumentKind kind) {
    return switch (kind) {
      case ARTICLE -> "article";
      case TEASER -> "teaser";
      case LIVEBLOG -> "liveblog";
    };
  }

  private static String padded(long seq) {
    var digits = Long.toString(seq);
    return "0".repeat(19 - digits.length()) + digits;
  }

  private static String padded(int number) {
    var digits = Integer.toString(number);
    return "0".repeat(10 - digits.length()) + digits;
  }

  /**
   * A text of somebody else's as part of a key. {@code #} is escaped, since it parts keys, and so
   * is {@code ~}, which begins the hash of a text that is too long: different texts never meet.
   */
  private static String part(String text) {
    var escaped = text.replace("%", "%25").replace("#", "%23").replace("~", "%7E");
    var bytes = escaped.getBytes(StandardCharsets.UTF_8);
    return bytes.length <= LONGEST_PART ? escaped : "~" + Hashes.sha256(bytes);
  }
}
