package extrablatt.formats.ninjs;

import extrablatt.domain.Fault;
import extrablatt.domain.articles.Block;
import extrablatt.domain.articles.Image;
import extrablatt.domain.ingest.Reading;
import extrablatt.formats.foreign.Bylines;
import extrablatt.formats.foreign.Fields;
import extrablatt.formats.foreign.Film;
import extrablatt.formats.foreign.ForeignArticle;
import extrablatt.formats.foreign.Headlines;
import extrablatt.formats.foreign.PlainLines;
import extrablatt.formats.foreign.PubStatus;
import extrablatt.formats.json.ForeignJson;
import extrablatt.formats.markup.HtmlText;
import extrablatt.formats.markup.Values;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** One item of ninjs as an article; {@code docs/formats/ninjs.md} says where each property goes. */
final class NinjsItem {
  private static final Set<String> MAIN_PICTURES =
      Set.of("featuremedia", "mainmedia", "mainpicture", "featured", "main", "teaser", "hero");

  /** What is read of a text in an array of them; counts are those of our own. */
  private static final String[] SAID = {"role", "contenttype", "value", "charcount", "wordcount"};

  /** Until its third edition, and since. */
  private static final List<String> EMBARGOES = List.of("embargoed", "embargoeduntil");

  private final ForeignJson item;
  private final ForeignArticle article = new ForeignArticle();
  private final Fields fields;

  private NinjsItem(ForeignJson item) {
    this.item = item;
    this.fields = new Fields(item);
  }

  static Reading reading(String format, ForeignJson item) {
    return new NinjsItem(item).reading(format);
  }

  /** An item that is a film by itself; ninjs counts durations in seconds. */
  static Reading film(String format, ForeignJson item) {
    return new NinjsItem(item).film(format);
  }

  private Reading film(String format) {
    return usable(
        format,
        () -> {
          var film = new Film(article);
          for (var name : List.of("contentcreated", "firstcreated", "versioncreated"))
            film.date(item.text(name));
          for (var rendition : renditions(item)) file(film, rendition);
          associations();
          fields.keepOthers(article);
          return article.film(format, film);
        });
  }

  private Reading reading(String format) {
    return usable(
        format,
        () -> {
          associations();
          fields.keepOthers(article);
          Headlines.complete(article);
          return article.reading(format);
        });
  }

  /** What holds for every item; one that its provider took back is a kill. */
  private Reading usable(String format, Supplier<Reading> content) {
    identity();
    var status = article.status(item.asWritten("pubstatus"), detail -> fault("pubstatus", detail));
    fields.done("pubstatus");
    if (status != PubStatus.USABLE) return article.killed(format, status, item.text("ednote"));
    fields.text("type");
    head();
    people();
    body();
    return content.get();
  }

  /** A rendition of a film is a film, unless it says that it is a picture or a page. */
  private void file(Film film, ForeignJson rendition) {
    var type = rendition.text("contenttype");
    if (type == null) type = rendition.text("mimetype");
    if (Film.isPlayed(type)) {
      film.stream(
          rendition.text("href"), type, rendition.text("width"), rendition.text("height"), null);
      film.seconds(rendition.text("duration"));
      return;
    }
    var picture = rendition(rendition);
    if (picture != null && String.valueOf(type).startsWith("image/"))
      article.image(
          new Image(
              picture.href(), null, null, null, picture.width(), picture.height(), List.of()));
  }

  private void identity() {
    article.guid(fields.text("uri"));
    article.version(fields.text("version"));
    for (var name : EMBARGOES) {
      article.publishAt(item.asWritten(name), detail -> fault(name, detail));
      fields.done(name);
    }
    article.expiresAt(item.asWritten("expires"), "expires");
    fields.done("expires");
  }

  private Fault fault(String name, String detail) {
    return Fault.at("/" + item.spelled(name), detail);
  }

  private void head() {
    said("headline").forEach(this::headline);
    if (!article.hasHeadline()) article.headline(fields.text("title"));
    for (var description : said("description")) {
      if (description.role().equals("correction")) article.correction(null, plain(description));
      else if (!article.hasLead() && isMain(description)) article.lead(plain(description));
      else article.extra("description", labelled(description));
    }
    article.language(fields.text("language"));
    article.urgency(fields.text("urgency"));
    for (var source : named("infosource")) article.source(source);
    for (var subject : item.objects("subjects")) {
      if ("section".equals(subject.text("rel"))) article.section(subject.text("name"));
    }
    for (var subject : named("subject")) article.topic(subject);
    for (var rendition : item.objects("renditions")) {
      if ("text/html".equals(rendition.text("contenttype"))) page(rendition);
    }
  }

  /** Where the article itself can be read. */
  private void page(ForeignJson rendition) {
    article.canonicalUrl(rendition.text("href"));
    if (item.objects("renditions").size() == 1) fields.done("renditions");
  }

  private void headline(Said said) {
    if (!article.hasHeadline() && isMain(said)) article.headline(plain(said));
    else if (said.role().contains("kicker")) article.kicker(plain(said));
    else article.extra("headline", labelled(said));
  }

  private void people() {
    var byline = fields.text("byline");
    if (byline == null) byline = fields.text("by");
    if (byline == null) return;
    for (var name : Bylines.names(byline)) article.author(name, null);
  }

  /** The richest form of the text counts; the others say the same. */
  private void body() {
    var bodies = new ArrayList<>(said("body"));
    bodies.removeIf(body -> body.text().isBlank());
    bodies.sort(Comparator.comparingInt(body -> body.isHtml() ? 0 : 1));
    if (bodies.isEmpty()) return;
    var body = bodies.removeFirst();
    article.blocks(
        body.isHtml() ? HtmlText.blocks(body.text(), article) : PlainLines.paragraphs(body.text()));
    for (var other : bodies) {
      if (!words(body).containsAll(words(other))) article.extra("body", labelled(other));
    }
  }

  private static Set<String> words(Said said) {
    return new HashSet<>(List.of(plain(said).strip().split("[\\s\\p{Punct}]+")));
  }

  /** They stay in what is kept too: only a picture's looks have a field of ours. */
  private void associations() {
    var byName = item.object("associations");
    if (byName != null && byName.text("uri") == null && byName.text("type") == null) {
      for (var name : byName.names()) {
        for (var associated : byName.objects(name)) associated(name, associated);
      }
    } else {
      for (var associated : item.objects("associations")) {
        var name = associated.text("name");
        associated(name == null ? "" : name.toLowerCase(Locale.ROOT), associated);
      }
    }
  }

  private void associated(String name, ForeignJson associated) {
    var type = associated.text("type");
    var what = (type == null ? "item" : type) + " " + name + ", which came with the text,";
    for (var embargo : EMBARGOES) {
      var until = associated.asWritten(embargo);
      if (!article.mayShow(associated.text("pubstatus"), until, what)) return;
    }
    switch (type == null ? "" : type.toLowerCase(Locale.ROOT)) {
      case "picture", "graphic" -> picture(name, associated);
      case "video", "audio" -> embedded(associated);
      default -> related(name, associated);
    }
  }

  private void picture(String name, ForeignJson picture) {
    var rendition = best(picture);
    if (rendition == null) {
      related(name, picture);
      return;
    }
    var image =
        new Image(
            rendition.href(),
            alternative(picture),
            first(picture, "description_text", "description", "headline"),
            first(picture, "byline", "by", "creditline", "copyrightholder", "copyrightnotice"),
            rendition.width(),
            rendition.height(),
            List.of());
    if (MAIN_PICTURES.contains(name) || folded(item, "type").equals("video")) article.image(image);
    else if (!isShown(rendition.href())) article.blocks(List.of(new Block.Picture(image)));
  }

  /** What to say of a picture that nobody sees. */
  private static @Nullable String alternative(ForeignJson picture) {
    for (var description : picture.objects("descriptions")) {
      if ("alt".equals(description.text("role"))) return description.text("value");
    }
    return null;
  }

  private void embedded(ForeignJson media) {
    var rendition = best(media);
    if (rendition == null || Values.address(rendition.href()) == null) related("media", media);
    else if (!isShown(rendition.href()))
      article.blocks(
          List.of(new Block.Embed(null, rendition.href(), first(media, "headline", "title"))));
  }

  /** Whether the text places it already. */
  private boolean isShown(String address) {
    return article.body().stream().anyMatch(block -> address.equals(address(block)));
  }

  private static @Nullable String address(Block block) {
    return switch (block) {
      case Block.Embed(_, var url, _) -> url;
      case Block.Picture(var image) -> image.url();
      default -> null;
    };
  }

  private void related(String name, ForeignJson other) {
    var title = first(other, "headline", "title", "description_text");
    boolean saysNothing = name.isEmpty() || name.equals("related");
    article.related(saysNothing ? null : name, other.text("uri"), title);
  }

  private record Rendition(String href, @Nullable Integer width, @Nullable Integer height) {
    int size() {
      return width == null ? 0 : width;
    }
  }

  private static @Nullable Rendition rendition(ForeignJson file) {
    var address = Values.picture(file.text("href"));
    return address == null
        ? null
        : new Rendition(
            address, Values.pixels(file.text("width")), Values.pixels(file.text("height")));
  }

  /** The widest file that has an address on the web. */
  private static @Nullable Rendition best(ForeignJson media) {
    return renditions(media).stream()
        .map(NinjsItem::rendition)
        .filter(file -> file != null)
        .max(Comparator.comparingInt(Rendition::size))
        .orElse(null);
  }

  /** The files of an item, in an array or by name. */
  private static List<ForeignJson> renditions(ForeignJson media) {
    var byName = media.object("renditions");
    if (byName == null || byName.text("href") != null) return media.objects("renditions");
    var all = new ArrayList<ForeignJson>();
    for (var name : byName.names()) all.addAll(byName.objects(name));
    return all;
  }

  /** A text under one of several names, with what its name or its role says of it. */
  private record Said(String role, String contentType, String text) {
    boolean isHtml() {
      return role.endsWith("html") || contentType.contains("html");
    }
  }

  /** {@code x}, {@code x_role} of 1.x and {@code xs[{role, contenttype, value}]} since 2.0. */
  private List<Said> said(String stem) {
    var all = new ArrayList<Said>();
    for (var plural : List.of(stem + "s", stem.replaceFirst("y$", "ies"))) {
      for (var each : item.objects(plural)) {
        var text = each.text("value");
        if (text != null)
          all.add(new Said(folded(each, "role"), folded(each, "contenttype"), text));
        article.extras(plural, each, SAID);
        fields.done(plural);
      }
    }
    for (var name : item.names()) {
      if (!name.equals(stem) && !name.startsWith(stem + "_")) continue;
      var text = item.text(name);
      if (text == null) continue;
      fields.done(name);
      all.add(new Said(name.substring(Math.min(name.length(), stem.length() + 1)), "", text));
    }
    return all;
  }

  private static boolean isMain(Said said) {
    return said.role().isEmpty()
        || Set.of("text", "main", "headline", "summary", "abstract", "lead", "caption", "html")
            .contains(said.role().replaceFirst("^.*[:/]", ""));
  }

  private static String plain(Said said) {
    return said.isHtml() ? HtmlText.parsed(said.text()).text() : said.text();
  }

  private static String labelled(Said said) {
    return said.role().isEmpty() ? plain(said) : said.role() + ": " + plain(said);
  }

  /** Names of objects such as subjects, in the singular or the plural. */
  private List<String> named(String stem) {
    var names = new ArrayList<String>();
    for (var name : List.of(stem, stem + "s")) {
      for (var each : item.objects(name)) {
        if ("section".equals(each.text("rel"))) continue;
        var said = each.text("name");
        if (said == null) said = each.text("literal");
        if (said == null) said = each.text("code");
        if (said != null) names.add(said);
      }
      names.addAll(item.texts(name));
      // What they say beyond their names is kept.
      if (item.objects(name).stream().allMatch(each -> each.names().equals(Set.of("name"))))
        fields.done(name);
    }
    return names;
  }

  private static @Nullable String first(ForeignJson object, String... names) {
    for (var name : names) {
      var text = object.text(name);
      if (text != null && !text.isBlank()) return text.strip();
    }
    for (var name : names) {
      for (var each : object.objects(name.replaceFirst("_text$", "") + "s")) {
        var text = "alt".equals(each.text("role")) ? null : each.text("value");
        if (text != null && !text.isBlank()) return text.strip();
      }
    }
    return null;
  }

  private static String folded(ForeignJson object, String name) {
    var text = object.text(name);
    return text == null ? "" : text.strip().toLowerCase(Locale.ROOT);
  }
}
