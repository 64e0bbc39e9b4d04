package extrablatt.formats;

import extrablatt.domain.Fault;
import extrablatt.domain.articles.ArticleRules;
import extrablatt.domain.ingest.DocumentReader;
import extrablatt.domain.ingest.IncomingDocument;
import extrablatt.domain.ingest.IncomingDocument.Instruction;
import extrablatt.domain.ingest.Reading;
import extrablatt.domain.ingest.Source;
import extrablatt.domain.liveblogs.EntryRules;
import extrablatt.domain.liveblogs.LiveblogRules;
import extrablatt.domain.videos.TeaserRules;
import extrablatt.formats.ans.AnsFormat;
import extrablatt.formats.archive.ZipFormat;
import extrablatt.formats.dpa.DigitalwiresFormat;
import extrablatt.formats.feed.FeedFormat;
import extrablatt.formats.foreign.Posting;
import extrablatt.formats.json.JsonFormat;
import extrablatt.formats.markdown.MarkdownFormat;
import extrablatt.formats.newsml.NewsMlFormat;
import extrablatt.formats.ninjs.NinjsFormat;
import extrablatt.formats.nitf.NitfFormat;
import extrablatt.formats.page.HtmlPageFormat;
import extrablatt.formats.pagetext.PageTextFormat;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * All formats that we take in. A document's is found by its declared content type, then its name,
 * then its content. Where several formats share a type or an extension, the first whose documents
 * look like it is meant, and the last of them where none does.
 */
public final class Formats implements DocumentReader {
  private static final String UNKNOWN = "unknown";

  /** Content types that clients declare when they know nothing. */
  private static final Set<String> SAYING_NOTHING =
      Set.of(
          "application/octet-stream", "binary/octet-stream", "application/x-www-form-urlencoded");

  private static final Fault NO_TIME_FOR_LIVEBLOGS =
      Fault.at(
          "/publishAt",
          "a liveblog is public at once: drop it when its time has come, or under drafts/");

  private final List<DocumentFormat> formats;
  private final Site site;

  public Formats(List<DocumentFormat> formats) {
    this(formats, Site.UNKNOWN);
  }

  private Formats(List<DocumentFormat> formats, Site site) {
    this.formats = List.copyOf(formats);
    this.site = site;
  }

  /** The formats that every stack takes in. */
  public static Formats standard() {
    return standard(Site.UNKNOWN);
  }

  /** The same, where files of the site are known as ours. */
  public static Formats standard(Site site) {
    var documents =
        List.of(
            new NinjsFormat(),
            new AnsFormat(),
            new DigitalwiresFormat(),
            new JsonFormat(),
            new NewsMlFormat(),
            new FeedFormat(),
            new NitfFormat(),
            new MarkdownFormat(),
            new HtmlPageFormat(),
            new PageTextFormat());
    var all = new ArrayList<DocumentFormat>(documents);
    all.addFirst(new ZipFormat(new Formats(documents, site)));
    return new Formats(all, site);
  }

  @Override
  public Reading read(Source source) {
    var format = formatOf(source);
    var name = format.map(DocumentFormat::name).orElse(UNKNOWN);
    if (isEmpty(source.bytes().array())) {
      return refused(name, "malformed", Fault.at(1, 1, "the document is empty"), source);
    }
    if (format.isEmpty()) {
      return refused(name, "unsupported-type", Fault.at("", unsupported(source)), source);
    }
    return switch (format.get().read(source)) {
      case Reading.Refused refused -> withMetadataFaults(refused, source);
      case Reading.Understood understood -> completed(understood, source, null);
      case Reading.Several several -> completed(several, source);
    };
  }

  private Optional<DocumentFormat> formatOf(Source source) {
    var declared = declaredType(source);
    if (declared != null) return find(format -> format.mediaTypes().contains(declared), source);
    var extension = extension(source.fileName());
    return find(format -> format.extensions().contains(extension), source)
        .or(() ->
            formats.stream()
                .filter(format -> format.looksLike(source.bytes().array()))
                .findFirst());
  }

  private Optional<DocumentFormat> find(Predicate<DocumentFormat> fits, Source source) {
    var fitting = formats.stream().filter(fits).toList();
    if (fitting.size() < 2) return fitting.stream().findFirst();
    return fitting.stream()
        .filter(format -> format.looksLike(source.bytes().array()))
        .findFirst()
        .or(() -> Optional.of(fitting.getLast()));
  }

  /** The declared media type, unless it says nothing. */
  private static @Nullable String declaredType(Source source) {
    var declared = source.contentType();
    if (declared == null) return null;
    var type = declared.split(";", 2)[0].strip().toLowerCase(Locale.ROOT);
    return type.contains("/") && !SAYING_NOTHING.contains(type) ? type : null;
  }

  private static String extension(String fileName) {
    return fileName.substring(fileName.lastIndexOf('.') + 1).toLowerCase(Locale.ROOT);
  }

  /**
   * With what the metadata say, if all rules are kept.
   *
   * @param guid what one of several in the source is called; null if it is alone
   */
  private Reading completed(Reading.Understood understood, Source source, @Nullable String guid) {
    var metadata = DropMetadata.of(source);
    var said = understood.document();
    var document = metadata.over(said.with(site.home(said.instruction())));
    var faults =
        new ArrayList<>(
            FaultPlaces.located(
                rulesBroken(document),
                understood.format(),
                source.bytes(),
                document.instruction(),
                guid));
    faults.addAll(metadata.faults());
    if (document.instruction() instanceof Instruction.SaveLiveblog && metadata.saysWhen())
      faults.add(NO_TIME_FOR_LIVEBLOGS);
    if (faults.isEmpty()) return new Reading.Understood(understood.format(), document);
    return new Reading.Refused(understood.format(), "invalid", FaultLimit.capped(faults));
  }

  /** What the metadata say holds for each, but for which document it is. */
  private Reading completed(Reading.Several several, Source source) {
    var told = source.forMembers();
    var members = new ArrayList<Reading.Member>();
    boolean isRefused = false;
    for (var member : several.members()) {
      var reading = member.reading();
      if (reading instanceof Reading.Understood understood) {
        var instruction = understood.document().instruction();
        reading =
            isRefused && instruction instanceof Instruction.SaveEntry
                ? Posting.orphan(understood.format())
                : completed(understood, told, understood.document().guid());
        if (instruction instanceof Instruction.SaveLiveblog)
          isRefused = reading instanceof Reading.Refused;
      }
      members.add(new Reading.Member(member.name(), reading));
    }
    return new Reading.Several(several.format(), members, several.warnings(), several.enclosures());
  }

  private static List<Fault> rulesBroken(IncomingDocument document) {
    return switch (document.instruction()) {
      case Instruction.Save(var content) -> ArticleRules.faults(content);
      case Instruction.SaveTeaser(var content) -> TeaserRules.faults(content, "");
      case Instruction.SaveLiveblog(var content, _) -> LiveblogRules.faults(content);
      case Instruction.SaveEntry(var content) -> EntryRules.faults(content);
      case Instruction.Kill _ -> List.of();
    };
  }

  private static Reading refused(String format, String problem, Fault fault, Source source) {
    return withMetadataFaults(new Reading.Refused(format, problem, List.of(fault)), source);
  }

  private static Reading withMetadataFaults(Reading.Refused refused, Source source) {
    var faults =
        new ArrayList<>(
            FaultPlaces.located(refused.faults(), refused.format(), source.bytes(), null, null));
    faults.addAll(DropMetadata.of(source).faults());
    return new Reading.Refused(refused.format(), refused.problem(), faults);
  }

  private String unsupported(Source source) {
    var declared = declaredType(source);
    var taken =
        formats.stream()
            .map(format -> format.name() + " (" + String.join(", ", format.mediaTypes()) + ")")
            .collect(Collectors.joining(", "));
    return declared == null
        ? "neither name nor content is of a format that is taken in: " + taken
        : "a content type that is not taken in; these are: " + taken;
  }

  /** Nothing, or nothing but a byte order mark and white space. */
  private static boolean isEmpty(byte[] bytes) {
    boolean marked =
        bytes.length >= 3
            && bytes[0] == (byte) 0xEF
            && bytes[1] == (byte) 0xBB
            && bytes[2] == (byte) 0xBF;
    for (int i = marked ? 3 : 0; i < bytes.length; i++) {
      if (bytes[i] != ' ' && bytes[i] != '\t' && bytes[i] != '\n' && bytes[i] != '\r') return false;
    }
    return true;
  }
}
