package extrablatt.formats.foreign;

import extrablatt.domain.Fault;
import extrablatt.domain.Inspection;
import extrablatt.domain.Slug;
import extrablatt.domain.articles.ArticleContent;
import extrablatt.domain.articles.ArticleRules;
import extrablatt.domain.articles.Author;
import extrablatt.domain.articles.Block;
import extrablatt.domain.articles.Correction;
import extrablatt.domain.articles.Image;
import extrablatt.domain.articles.NameRules;
import extrablatt.domain.articles.Related;
import extrablatt.domain.ingest.IncomingDocument;
import extrablatt.domain.ingest.IncomingDocument.Instruction;
import extrablatt.domain.ingest.Reading;
import extrablatt.domain.videos.TeaserContent;
import extrablatt.formats.DeliveryRules;
import extrablatt.formats.FaultLimit;
import extrablatt.formats.Times;
import extrablatt.formats.html.InlineText;
import extrablatt.formats.json.ForeignJson;
import extrablatt.formats.markup.Notes;
import extrablatt.formats.markup.Values;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Function;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jsoup.nodes.Attribute;
import org.jsoup.nodes.Element;
import org.jspecify.annotations.Nullable;

/**
 * An article gathered piece by piece from a foreign document. What a piece says that our model has
 * no place for is kept beside the article ({@code origin.extra}) or told as a warning; none makes
 * the document unreadable.
 */
public final class ForeignArticle implements Notes {
  /** So that what is kept beside an article never grows beyond what its row can hold. */
  private static final int LARGEST_EXTRA = 20_000;

  private static final Pattern SPACES = Pattern.compile("[\\s\\u00a0]+");

  private @Nullable String guid;
  private @Nullable Long version;
  private @Nullable Instant publishAt;
  private @Nullable Slug slug;
  private @Nullable String kicker;
  private String headline = "";
  private @Nullable String lead;
  private @Nullable String language;
  private @Nullable String section;
  private final LinkedHashSet<String> topics = new LinkedHashSet<>();
  private final LinkedHashMap<String, Author> authors = new LinkedHashMap<>();
  private final LinkedHashSet<String> sources = new LinkedHashSet<>();
  private @Nullable Image image;
  private final List<Block> body = new ArrayList<>();
  private final List<Related> related = new ArrayList<>();
  private final List<Correction> corrections = new ArrayList<>();
  private @Nullable Integer urgency;
  private boolean breaking;
  private @Nullable LocalDate day;
  private boolean isDraft;
  private @Nullable Instant expiresAt;
  private @Nullable String canonicalUrl;
  private final Map<String, List<String>> extra = new LinkedHashMap<>();
  private final LinkedHashSet<String> warnings = new LinkedHashSet<>();
  private final List<Fault> faults = new ArrayList<>();
  private int extraLength;

  /** Something that was kept or left out, and that somebody may want to know of. */
  @Override
  public void warn(String warning) {
    warnings.add(warning);
  }

  /** The provider's name of the document; one that is too long or odd counts as none. */
  public void guid(@Nullable String text) {
    if (text == null || text.isBlank()) return;
    if (DeliveryRules.isGuid(text.strip())) guid = text.strip();
    else
      warn("the document's identifier " + DeliveryRules.GUID_WANTED + "; its key counts instead");
  }

  /** The provider's name of the document, if it has one. */
  public @Nullable String guid() {
    return guid;
  }

  /** Whether the provider's version is known. */
  public boolean hasVersion() {
    return version != null;
  }

  /** The provider's own version; what is no whole number is kept beside the article. */
  public void version(@Nullable String text) {
    if (text == null || text.isBlank()) return;
    var number = DeliveryRules.version(text.strip()).orElse(null);
    if (number != null) version = number;
    else extra("version", text);
  }

  /**
   * When it may become public; an embargo that cannot be read refuses the document, for nobody
   * could say when it may be shown. Of several the longest counts.
   *
   * @param at the fault with a detail, at the embargo's place
   */
  public void publishAt(@Nullable String text, Function<String, Fault> at) {
    if (text == null || text.isBlank()) return;
    var until = Times.parsed(text.strip()).orElse(null);
    if (until != null) published(until);
    else fault(at.apply("must be a time with an offset, such as 2026-03-14T10:00:00Z"));
  }

  /**
   * When it was, or is to be, published where it comes from: the date that readers see. An embargo
   * is no such date: what is no time with an offset is only kept.
   *
   * @param name what the document calls it
   */
  public void published(@Nullable String text, String name) {
    if (text == null || text.isBlank()) return;
    var at = Times.parsed(text.strip()).orElse(null);
    if (at == null) {
      day = Times.parsedDate(text.strip()).orElse(day);
      extra(name, text);
    } else published(at);
  }

  /** The same as a time; an embargo that lasts longer counts instead. */
  public void published(Instant at) {
    if (publishAt == null || publishAt.isBefore(at)) publishAt = at;
  }

  /** It says of itself that it is not for the public yet, wherever it was dropped. */
  public void draft(String saying) {
    asDraft();
    warn("the document says %s: it is saved as a draft, and not published".formatted(saying));
  }

  /** A draft because what it belongs to says so. */
  public void asDraft() {
    isDraft = true;
  }

  @Override
  public void refuse(String detail) {
    fault(Fault.at("/body", "the text " + detail));
  }

  /** Something for which the document cannot be taken in. */
  public void fault(Fault fault) {
    faults.add(fault);
  }

  /** When it must go. */
  public void expiresAt(@Nullable String text, String name) {
    expiresAt = time(text, name, expiresAt);
  }

  private @Nullable Instant time(@Nullable String text, String name, @Nullable Instant otherwise) {
    if (text == null || text.isBlank()) return otherwise;
    var time = Times.parsed(text.strip()).orElse(null);
    if (time != null) return time;
    extra(name, text);
    warn(name + " is no time with an offset, so it does not count: " + shortened(text));
    return otherwise;
  }

  public void kicker(@Nullable String text) {
    kicker = text == null || text.isBlank() ? kicker : plain(text);
  }

  /** The first that says something stays. */
  public void headline(@Nullable String text) {
    if (headline.isEmpty() && text != null) headline = plain(text);
  }

  /** Whether a text is the headline, however it is spaced. */
  public boolean isHeadline(String text) {
    return headline.equalsIgnoreCase(plain(text));
  }

  /** The address that the document asks for; what is none is kept beside the article. */
  public void slug(String text) {
    if (Slug.isSlug(text)) slug = new Slug(text);
    else extra("slug", text);
  }

  public boolean hasHeadline() {
    return !headline.isEmpty();
  }

  public void lead(@Nullable String text) {
    if (lead == null && text != null && !text.isBlank()) lead = plain(text);
  }

  /** Whether a text is the lead, however it is spaced. */
  public boolean isLead(String text) {
    return lead != null && lead.equalsIgnoreCase(plain(text));
  }

  public boolean hasLanguage() {
    return language != null;
  }

  public boolean hasSection() {
    return section != null;
  }

  public boolean hasTopics() {
    return !topics.isEmpty();
  }

  public boolean hasImage() {
    return image != null;
  }

  public boolean hasCanonicalUrl() {
    return canonicalUrl != null;
  }

  public boolean hasKicker() {
    return kicker != null;
  }

  public boolean hasExpiry() {
    return expiresAt != null;
  }

  public boolean hasLead() {
    return lead != null;
  }

  /** A language tag (BCP 47); what is none is kept beside the article. */
  public void language(@Nullable String tag) {
    if (tag == null || tag.isBlank()) return;
    var told = tag.strip().replace('_', '-');
    if (Inspection.isLanguage(told)) language = told;
    else extra("language", tag);
  }

  public void section(@Nullable String name) {
    if (name == null || name.isBlank()) return;
    if (section == null && isName(plain(name))) section = plain(name);
    else extra("section", name);
  }

  /** A topic; those beyond what an article may have are kept beside it. */
  public void topic(@Nullable String name) {
    if (name == null || name.isBlank()) return;
    var topic = plain(name);
    if (topics.contains(topic)) return;
    if (topics.size() < ArticleRules.MOST_TOPICS && isName(topic)) topics.add(topic);
    else extra("topics", topic);
  }

  public void author(@Nullable String name, @Nullable String role) {
    if (name == null || name.isBlank()) return;
    var author = plain(name);
    var told = role == null || role.isBlank() ? null : plain(role);
    if (authors.containsKey(author)) return;
    if (authors.size() < ArticleRules.MOST_AUTHORS && isName(author))
      authors.put(author, new Author(author, told));
    else extra("authors", author);
  }

  public boolean hasAuthors() {
    return !authors.isEmpty();
  }

  public void source(@Nullable String name) {
    if (name == null || name.isBlank()) return;
    if (isName(plain(name)) && sources.size() < NameRules.MOST_SOURCES) sources.add(plain(name));
    else extra("sources", plain(name));
  }

  /** The article's own picture; further ones stand in its body. */
  public void image(Image picture) {
    if (image == null) image = picture;
    else body.add(new Block.Picture(picture));
  }

  public void blocks(List<Block> blocks) {
    body.addAll(blocks);
  }

  /** The blocks so far. */
  public List<Block> body() {
    return List.copyOf(body);
  }

  public boolean hasBody() {
    return !body.isEmpty();
  }

  /** A pointer to something else; one that is no address on the web is kept beside the article. */
  public void related(@Nullable String rel, @Nullable String url, @Nullable String title) {
    if (url == null || url.isBlank()) return;
    var address = Values.address(url);
    if (address != null) {
      related.add(new Related(rel, address, null, title == null ? null : plain(title)));
    } else {
      extra("related", title == null ? url : title + " (" + url + ")");
    }
  }

  public void correction(@Nullable Instant at, @Nullable String text) {
    if (text != null && !text.isBlank()) corrections.add(new Correction(at, plain(text)));
  }

  /** How urgent it is, 1 the most; 9 is IPTC's "user-defined". */
  public void urgency(@Nullable String text) {
    if (text == null || text.isBlank()) return;
    if (text.strip().matches("[1-9]")) urgency = Integer.valueOf(text.strip());
    else extra("urgency", text);
  }

  public void breaking() {
    breaking = true;
  }

  public void canonicalUrl(@Nullable String url) {
    if (url == null || url.isBlank()) return;
    var address = Values.address(url);
    if (address != null) canonicalUrl = address;
    else extra("canonicalUrl", url);
  }

  /** Something that our model has no field for, under the name that the format has for it. */
  public void extra(String name, @Nullable String value) {
    if (value == null || value.isBlank()) return;
    var text = value.strip();
    if (extraLength + name.length() + text.length() > LARGEST_EXTRA) {
      warn("some of what has no field of ours is too long to be kept: " + name);
      return;
    }
    var values = extra.computeIfAbsent(name, _ -> new ArrayList<>());
    if (values.contains(text)) return;
    values.add(text);
    extraLength += name.length() + text.length();
  }

  /** All that an element of XML says, and what stands in it, by its attributes and its text. */
  public void kept(String name, Element element) {
    attributes(name, element);
    for (var inner : element.children().select("*"))
      attributes(name + "." + inner.tagName(), inner);
    extra(name, element.text());
  }

  private void attributes(String name, Element element) {
    for (Attribute attribute : element.attributes()) {
      if (!attribute.getKey().startsWith("xmlns"))
        extra(name + "." + attribute.getKey(), attribute.getValue());
    }
  }

  /** Whether a text is one of the names, addresses and texts at the head of the article. */
  public boolean says(String text) {
    var told = plain(text);
    return isHeadline(text)
        || isLead(text)
        || told.equals(section)
        || told.equals(kicker)
        || told.equals(canonicalUrl)
        || topics.contains(told)
        || authors.containsKey(told)
        || (image != null && told.equals(image.url()));
  }

  /** All that an object says but some of its fields, each under the prefix and its own name. */
  public void extras(String prefix, ForeignJson object, String... but) {
    var left = Stream.of(but).map(name -> name.toLowerCase(Locale.ROOT)).toList();
    for (var name : object.names()) {
      if (left.contains(name)) continue;
      for (var value : object.shown(name)) extra(prefix + "." + object.spelled(name), value);
    }
  }

  /**
   * Whether something that comes with the document may be shown when the document may: it was not
   * taken back, and no embargo of its own lasts longer.
   *
   * @param what to call it in the warning if it may not
   */
  public boolean mayShow(@Nullable String status, @Nullable String embargo, String what) {
    var until = embargo == null ? null : Times.parsed(embargo.strip()).orElse(null);
    boolean isHeldBack =
        embargo != null && (until == null || publishAt == null || publishAt.isBefore(until));
    if (!isHeldBack && PubStatus.isUsable(status)) return true;
    warn(what + " was left out: it was taken back, or is embargoed for longer than the text");
    return false;
  }

  /** Whether it may be used at all; a status that nobody knows refuses the document. */
  public PubStatus status(@Nullable String code, Function<String, Fault> at) {
    return PubStatus.of(code, this, at);
  }

  /** What has no field of ours. */
  public Map<String, List<String>> extra() {
    return extra;
  }

  /** What comes of it: refused if there is a fault. */
  public Reading reading(String format) {
    return reading(format, new Instruction.Save(content()));
  }

  /** The same, with what else is made of its pieces. */
  Reading reading(String format, Instruction instruction) {
    return faults.isEmpty()
        ? new Reading.Understood(format, document(instruction))
        : new Reading.Refused(format, "invalid", FaultLimit.capped(faults));
  }

  /** The document as it is taken in. */
  public IncomingDocument document() {
    return document(new Instruction.Save(content()));
  }

  private IncomingDocument document(Instruction instruction) {
    return new IncomingDocument(
        guid, version, publishAt, instruction, List.copyOf(warnings), extra, day, isDraft);
  }

  /** The same as a video teaser, of the pieces that those have. */
  public Reading film(String format, Film film) {
    if (!faults.isEmpty()) return reading(format);
    var teaser =
        new TeaserContent(
            headline.isEmpty() ? null : headline,
            lead == null ? words() : lead,
            null,
            film.date(),
            film.duration(),
            film.kind(),
            image,
            film.streams(),
            film.subtitles(),
            List.of(),
            film.transcript(),
            null,
            null,
            expiresAt,
            film.countries(),
            null,
            List.copyOf(topics),
            canonicalUrl);
    for (var author : authors.keySet()) extra("authors", author);
    for (var source : sources) extra("sources", source);
    extra("language", language);
    extra("section", section);
    extra("kicker", kicker);
    extra("urgency", urgency == null ? null : urgency.toString());
    return reading(format, new Instruction.SaveTeaser(teaser));
  }

  /** The first words of a film without a description describe it. */
  private @Nullable String words() {
    for (var block : body) {
      if (block instanceof Block.Paragraph(var html)) return InlineText.of(html);
    }
    return null;
  }

  /** The order to take the document back, for a reason if one was given. */
  public Reading killed(String format, PubStatus status, @Nullable String reason) {
    var told = reason == null || reason.isBlank() ? status.reason() : reason.strip();
    var kill = new Instruction.Kill(told);
    var document = new IncomingDocument(guid, version, null, kill, List.copyOf(warnings));
    return new Reading.Understood(format, document);
  }

  /** The pieces as an article has them. */
  ArticleContent content() {
    return new ArticleContent(
        slug,
        kicker,
        headline,
        lead,
        language,
        section,
        List.copyOf(topics),
        List.copyOf(authors.values()),
        List.copyOf(sources),
        image,
        List.copyOf(body),
        List.copyOf(related),
        List.copyOf(corrections),
        breaking,
        urgency,
        expiresAt,
        canonicalUrl);
  }

  private static boolean isName(String text) {
    return !text.isBlank()
        && Inspection.isPlain(text)
        && text.codePointCount(0, text.length()) <= Inspection.LONGEST_NAME;
  }

  private static String plain(String text) {
    return SPACES.matcher(text).replaceAll(" ").strip();
  }

  private static String shortened(String text) {
    return text.length() > 100 ? text.substring(0, 100) + "…" : text;
  }
}
