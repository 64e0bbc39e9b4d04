package extrablatt.formats.page;

import extrablatt.domain.Bytes;
import extrablatt.domain.Fault;
import extrablatt.domain.articles.Block;
import extrablatt.domain.articles.Image;
import extrablatt.domain.ingest.Reading;
import extrablatt.domain.ingest.Reading.Member;
import extrablatt.formats.DeliveryRules;
import extrablatt.formats.Times;
import extrablatt.formats.foreign.Fields;
import extrablatt.formats.foreign.ForeignArticle;
import extrablatt.formats.foreign.PlainLines;
import extrablatt.formats.foreign.Posting;
import extrablatt.formats.json.ForeignJson;
import extrablatt.formats.markup.HtmlText;
import extrablatt.formats.markup.MarkupBlocks;
import extrablatt.formats.markup.Values;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.jsoup.nodes.Document;
import org.jspecify.annotations.Nullable;

/**
 * A page about a live blog, as schema.org's LiveBlogPosting describes it: the liveblog and then
 * each of its updates, the oldest first; {@code docs/formats/liveblogs.md} says where everything
 * goes.
 */
final class LivePosting {
  private static final int MOST_ENTRIES = 499;
  private static final List<String> NAMES = List.of("identifier", "@id", "url");
  private static final List<String> TEXTS = List.of("articleBody", "text", "description");
  private static final Pattern MARKUP =
      Pattern.compile(
          "(?i)</?(?:p|br|div|span|a|b|i|em|strong|ul|ol|li|h[1-6]|blockquote|figure|img|iframe|table)\\b[^<>]*>");

  /** What is read of something that is shared. */
  private static final String[] SHARED = {
    "@type", "@id", "contentUrl", "embedUrl", "url", "name", "headline"
  };

  private final String format;
  private final Document page;
  private final LinkedData described;
  private final ForeignJson posting;
  private final List<String> warnings = new ArrayList<>();

  LivePosting(String format, Document page, LinkedData described, ForeignJson posting) {
    this.format = format;
    this.page = page;
    this.described = described;
    this.posting = posting;
  }

  /** An update, and what it is called. */
  private record Update(ForeignJson said, String guid) {}

  Reading reading() {
    var said = posting.objects("liveBlogUpdate").stream().map(described::resolved).toList();
    if (said.size() > MOST_ENTRIES)
      return new Reading.Refused(
          format,
          "too-large",
          List.of(Fault.at("", "has more than %d updates; split it".formatted(MOST_ENTRIES))));
    var members = new ArrayList<Member>();
    var liveblog = liveblog();
    members.add(new Member("liveblog", liveblog));
    for (var update : named(inOrder(said)))
      members.add(
          new Member(
              update.guid(),
              liveblog instanceof Reading.Refused ? Posting.orphan(format) : entry(update)));
    return new Reading.Several(format, members, warnings);
  }

  private boolean isDraft() {
    return "draft".equalsIgnoreCase(posting.text("creativeWorkStatus"));
  }

  private Reading liveblog() {
    var head = new HtmlPage(page, posting);
    var pieces = head.posting();
    var fields = head.fields();
    if (pieces.guid() == null) pieces.guid(name(posting));
    if (pieces.guid() == null) pieces.guid(page.select("link[rel=canonical]").attr("href"));
    var startsAt = time(fields, "coverageStartTime");
    var endsAt = time(fields, "coverageEndTime");
    if (isDraft()) pieces.draft("creativeWorkStatus: Draft");
    pieces.published(posting.text("datePublished"), "datePublished");
    fields.done("liveBlogUpdate");
    for (var text : posting.texts("liveBlogUpdate")) pieces.extra("liveBlogUpdate", text);
    fields.keepOthers(pieces);
    return Posting.liveblog(format, pieces, startsAt, endsAt);
  }

  /** A time; one that cannot be read is kept as it is. */
  private static @Nullable Instant time(Fields fields, String name) {
    var text = fields.object().text(name);
    var time = text == null ? null : Times.parsed(text).orElse(null);
    if (time != null) fields.done(name);
    return time;
  }

  /**
   * The oldest first, by their dates. Those without one stay where they are among the others, which
   * pages show newest first unless their dates say otherwise.
   */
  private static List<ForeignJson> inOrder(List<ForeignJson> updates) {
    var dates = updates.stream().map(LivePosting::date).filter(date -> date != null).toList();
    boolean isOldestFirst = dates.size() > 1 && dates.getFirst().isBefore(dates.getLast());
    var ordered = new ArrayList<>(isOldestFirst ? updates : updates.reversed());
    if (dates.size() == updates.size())
      ordered.sort(
          Comparator.comparing(
              update -> date(update), Comparator.nullsFirst(Comparator.naturalOrder())));
    return ordered;
  }

  private static @Nullable Instant date(ForeignJson update) {
    var text = update.text("datePublished");
    return text == null ? null : Times.parsed(text).orElse(null);
  }

  /**
   * Each with what it is called: its name, or an address that neither the page nor another update
   * has; else its date; else its words. What has the name of another is that other.
   */
  private List<Update> named(List<ForeignJson> updates) {
    var addresses = new HashMap<String, Integer>();
    for (var update : updates) {
      var address = update.text("url");
      if (address != null) addresses.merge(address.strip(), 1, Integer::sum);
    }
    var taken = new HashMap<String, Integer>();
    var named = new LinkedHashMap<String, Update>();
    for (var update : updates) {
      var own = names(update, NAMES.subList(0, 2));
      own.removeAll(names(posting, NAMES));
      var address = names(update, NAMES.subList(2, 3));
      address.removeAll(names(posting, NAMES));
      if (!own.isEmpty()) {
        if (named.put(own.getFirst(), new Update(update, own.getFirst())) != null)
          warnings.add(own.getFirst() + " is listed twice; the newest counts");
      } else if (!address.isEmpty() && addresses.getOrDefault(address.getFirst(), 0) == 1) {
        named.putIfAbsent(address.getFirst(), new Update(update, address.getFirst()));
      } else {
        var name = numbered(otherwise(update), taken);
        named.putIfAbsent(name, new Update(update, name));
      }
    }
    return List.copyOf(named.values());
  }

  private static String otherwise(ForeignJson update) {
    var date = date(update);
    if (date != null) return Times.text(date);
    var words = new StringBuilder(String.valueOf(update.text("headline")));
    for (var text : TEXTS) words.append('\n').append(update.text(text));
    return Bytes.utf8(words.toString()).hash();
  }

  private static String numbered(String name, Map<String, Integer> taken) {
    int number = taken.merge(name, 1, Integer::sum);
    return number == 1 ? name : name + " (" + number + ")";
  }

  private static @Nullable String name(ForeignJson object) {
    return names(object, NAMES).stream().findFirst().orElse(null);
  }

  private static List<String> names(ForeignJson object, List<String> fields) {
    var names = new ArrayList<String>();
    for (var field : fields) {
      var value = object.object(field);
      var name = value == null ? object.text(field) : value.text("value");
      if (name != null && DeliveryRules.isGuid(name.strip())) names.add(name.strip());
    }
    return names;
  }

  private Reading entry(Update update) {
    var pieces = new ForeignArticle();
    if (isDraft()) pieces.asDraft();
    var fields = new Fields(update.said());
    for (var name : List.of("@type", "@context", "@id")) fields.done(name);
    pieces.guid(update.guid());
    if (update.guid().equals(update.said().text("identifier"))) fields.done("identifier");
    pieces.version(fields.text("version"));
    pieces.kicker(fields.text("alternativeHeadline"));
    pieces.headline(fields.text("headline"));
    if (!pieces.hasHeadline()) pieces.headline(fields.text("name"));
    var published = time(fields, "datePublished");
    if (published != null) pieces.publishAt(Times.text(published), detail -> Fault.at("", detail));
    people(fields, pieces);
    text(update.said(), fields, pieces);
    media(fields, pieces);
    fields.keepOthers(pieces);
    return Posting.entry(format, pieces, published);
  }

  private static void people(Fields fields, ForeignArticle pieces) {
    for (var author : Names.of(fields, "author", pieces)) pieces.author(author, null);
    for (var name : List.of("publisher", "sourceOrganization"))
      for (var source : Names.of(fields, name, pieces)) pieces.source(source);
  }

  /** Its text, of which some publishers make HTML; else what stands at its place in the page. */
  private void text(ForeignJson said, Fields fields, ForeignArticle pieces) {
    for (var name : TEXTS) {
      var text = fields.object().text(name);
      if (text == null || text.isBlank()) continue;
      fields.done(name);
      pieces.blocks(
          MARKUP.matcher(text).find()
              ? HtmlText.blocks(text, pieces)
              : PlainLines.paragraphs(text));
      return;
    }
    for (var name : names(said, NAMES)) {
      var place =
          name.indexOf('#') < 0 ? null : page.getElementById(name.substring(name.indexOf('#') + 1));
      if (place == null) continue;
      for (var heading : place.select("h1, h2, h3, h4, h5, h6")) {
        if (pieces.isHeadline(heading.text())) heading.remove();
      }
      pieces.blocks(MarkupBlocks.of(place, pieces));
      return;
    }
  }

  private static void media(Fields fields, ForeignArticle pieces) {
    for (var url : fields.object().texts("image")) picture(pieces, url, null, null);
    for (var image : fields.object().objects("image")) {
      var url = image.text("contentUrl") == null ? image.text("url") : image.text("contentUrl");
      picture(pieces, url, image.text("caption"), image.text("creditText"));
      pieces.extras("image", image, "@type", "@id", "contentUrl", "url", "caption", "creditText");
    }
    fields.done("image");
    for (var name : List.of("video", "sharedContent")) {
      for (var shared : fields.objects(name)) {
        var url = shared.text("contentUrl");
        if (url == null) url = shared.text("embedUrl");
        if (url == null) url = shared.text("url");
        var address = Values.address(url);
        if (address == null) pieces.extras(name, shared);
        else {
          pieces.blocks(List.of(new Block.Embed(null, address, title(shared))));
          pieces.extras(name, shared, SHARED);
        }
      }
    }
  }

  private static @Nullable String title(ForeignJson shared) {
    return Values.orNull(
        shared.text("name") == null ? shared.text("headline") : shared.text("name"));
  }

  private static void picture(
      ForeignArticle pieces,
      @Nullable String url,
      @Nullable String caption,
      @Nullable String credit) {
    var address = Values.picture(url);
    if (address == null) pieces.extra("image", url);
    else
      pieces.blocks(
          List.of(
              new Block.Picture(new Image(address, null, caption, credit, null, null, List.of()))));
  }
}
