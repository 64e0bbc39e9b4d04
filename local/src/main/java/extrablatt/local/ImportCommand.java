package extrablatt.local;

import extrablatt.formats.Formats;
import extrablatt.local.imports.ApiDelivery;
import extrablatt.local.imports.Delivery;
import extrablatt.local.imports.Documents;
import extrablatt.local.imports.DropDelivery;
import extrablatt.local.imports.Import;
import extrablatt.local.imports.ImportReport;
import extrablatt.local.imports.ImportReport.Line;
import extrablatt.local.replay.Receipts;
import extrablatt.local.tokens.LocalKey;
import extrablatt.local.tokens.Tokens;
import java.io.Console;
import java.io.IOException;
import java.io.PrintWriter;
import java.net.URI;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Brings many files to a stack, and says what became of each. */
@Command(
    name = "import",
    description =
        "Drops files, all files of folders and all of ZIP archives into the local stack, or posts"
            + " them to another, and says what became of them. Exit code 1 if one was refused,"
            + " failed or had no outcome.",
    mixinStandardHelpOptions = true)
final class ImportCommand implements Callable<Integer> {
  private static final Set<String> BAD =
      Set.of("failed", "rejected", "conflict", "waiting", "unreadable");

  private static final int WIDTH = 40;

  @Spec private CommandSpec spec = CommandSpec.create();

  @Parameters(arity = "1..*", paramLabel = "FILE|DIR|ZIP", description = "What to import.")
  private List<Path> paths = List.of();

  @Option(
      names = "--provider",
      defaultValue = "import",
      description = "Whose documents they are (${DEFAULT-VALUE}).")
  private String provider = "import";

  @Option(
      names = "--to",
      paramLabel = "URL",
      description = "The API of another stack; documents are posted to it. Needs --token.")
  private @Nullable URI to;

  @Option(
      names = "--token",
      description =
          "A token for --to, of articles:write and articles:publish; else EXTRABLATT_TOKEN counts.")
  private @Nullable String token;

  @Option(names = "--local", description = "The local stack, by its drop bucket: the default.")
  private boolean local;

  @Option(names = "--drafts", description = "Saves them as drafts instead of publishing them.")
  private boolean drafts;

  @Option(names = "--port", defaultValue = "3000", description = "The API's (${DEFAULT-VALUE}).")
  private int port;

  @Option(names = "--s3-port", defaultValue = "9000", description = "S3's (${DEFAULT-VALUE}).")
  private int s3Port;

  @Option(
      names = "--report",
      defaultValue = "extrablatt-import.jsonl",
      description = "Where each outcome is written, and a broken run goes on (${DEFAULT-VALUE}).")
  private Path reportFile = Path.of("extrablatt-import.jsonl");

  @Option(
      names = "--wait",
      defaultValue = "60s",
      description = "How long to wait for each outcome (${DEFAULT-VALUE}).")
  private Duration longest = Duration.ZERO;

  @Option(names = "--data", description = "Where the local stack keeps its data (.extrablatt).")
  private @Nullable Path data;

  private final Map<String, Integer> outcomes = new TreeMap<>();
  private int ended;

  @Override
  public Integer call() throws IOException {
    try (var documents = Documents.below(paths, Formats.standard(), to == null)) {
      int all = documents.all().size();
      importing().run(documents.all(), line -> ended(line, all));
      left(documents.picturesLeft());
    }
    summary();
    return outcomes.keySet().stream().anyMatch(BAD::contains) ? 1 : 0;
  }

  private Import importing() throws IOException {
    return new Import(to == null ? dropping() : posting(to), ImportReport.in(reportFile));
  }

  private Delivery dropping() {
    if (token != null) throw wrong("--token goes with --to: the local stack needs none");
    var tokens = new Tokens(LocalKey.in(Home.data(data)), Clock.systemUTC());
    var reading = tokens.mint(List.of("ingest:read"), Duration.ofHours(24));
    return new DropDelivery(
        URI.create("http://localhost:" + s3Port + "/extrablatt-drop"),
        (drafts ? "drafts/" : "publish/") + provider + "/",
        new Receipts(URI.create("http://localhost:" + port), reading),
        Clock.systemUTC(),
        longest);
  }

  private Delivery posting(URI api) {
    if (local) throw wrong("--to is another stack than --local: give one of them");
    if (api.getHost() == null) throw wrong("--to wants an address such as https://api.example.org");
    var given = token == null ? System.getenv("EXTRABLATT_TOKEN") : token;
    if (given == null || given.isBlank())
      throw wrong("--to needs --token, or EXTRABLATT_TOKEN in the environment");
    return new ApiDelivery(Formats.standard(), api, given.strip(), provider, drafts);
  }

  private ParameterException wrong(String message) {
    return new ParameterException(spec.commandLine(), message);
  }

  private synchronized void ended(Line line, int all) {
    ended++;
    outcomes.merge(line.outcome(), 1, Integer::sum);
    if (BAD.contains(line.outcome())) {
      var problem = line.problem() == null ? "" : "  " + line.problem();
      err().println(line.name() + "  " + line.outcome() + problem);
    }
    if (isSeen()) progress(all);
  }

  private static boolean isSeen() {
    return Optional.ofNullable(System.console()).filter(Console::isTerminal).isPresent();
  }

  private void progress(int all) {
    int done = WIDTH * ended / Math.max(1, all);
    err().print("\r[" + "#".repeat(done) + ".".repeat(WIDTH - done) + "] " + ended + "/" + all);
    if (ended == all) err().println();
    err().flush();
  }

  private void left(int pictures) {
    if (pictures == 0) return;
    var why =
        to == null ? "no document shows them" : "the API takes no pictures along with documents";
    err().printf("%,d pictures were left out: %s%n", pictures, why);
  }

  private void summary() {
    var out = spec.commandLine().getOut();
    outcomes.forEach((outcome, count) -> out.printf("%-12s %,8d%n", outcome, count));
    out.printf("%-12s %,8d  (%s)%n", "documents", ended, reportFile);
  }

  private PrintWriter err() {
    return spec.commandLine().getErr();
  }
}
