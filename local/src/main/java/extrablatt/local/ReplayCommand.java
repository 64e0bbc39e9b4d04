package extrablatt.local;

import extrablatt.local.replay.Receipts;
import extrablatt.local.replay.Receipts.Receipt;
import extrablatt.local.replay.Replay;
import extrablatt.local.tokens.LocalKey;
import extrablatt.local.tokens.Tokens;
import java.net.URI;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.ArgGroup;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** Has documents taken in once more that ingest gave up on or refused. */
@Command(
    name = "replay",
    description =
        "Has documents taken in once more that ingest gave up on, or refused. Exit code 1 if one"
            + " of them failed again, was refused again or had no outcome in time.",
    mixinStandardHelpOptions = true)
final class ReplayCommand implements Callable<Integer> {
  private static final List<String> SCOPES = List.of("ingest:read", "ingest:write");
  private static final Set<String> BAD = Set.of("failed", "rejected", "waiting");

  @Spec private CommandSpec spec = CommandSpec.create();

  @ArgGroup(exclusive = false)
  private @Nullable Remote remote;

  @Option(
      names = "--port",
      defaultValue = "3000",
      description = "The local stack's, where there is no --to (${DEFAULT-VALUE}).")
  private int port;

  /** A stack anywhere. */
  static final class Remote {
    @Option(names = "--to", required = true, description = "The API's address.")
    private URI to = URI.create("");

    @Option(
        names = "--token",
        required = true,
        description = "A token with the scopes ingest:read and ingest:write.")
    private String token = "";
  }

  @Option(
      names = "--outcome",
      defaultValue = "failed",
      description = "failed or rejected (${DEFAULT-VALUE}).")
  private Outcome outcome = Outcome.failed;

  /** The outcomes after which a replay may help, as they are typed. */
  enum Outcome {
    failed,
    rejected
  }

  @Option(names = "--provider", description = "Only those of this provider.")
  private @Nullable String provider;

  @Option(names = "--key", description = "Only those of this key.")
  private @Nullable String key;

  @Option(names = "--dry-run", description = "Only says which these are.")
  private boolean dryRun;

  @Option(
      names = "--wait",
      defaultValue = "60s",
      description = "How long to wait for each outcome (${DEFAULT-VALUE}).")
  private Duration longest = Duration.ZERO;

  @Option(names = "--data", description = "Where the local stack keeps its data (.extrablatt).")
  private @Nullable Path data;

  @Override
  public Integer call() {
    var receipts = receipts();
    var wanted = receipts.where("outcome", outcome.name()).stream().filter(this::isWanted).toList();
    var outcomes =
        dryRun
            ? wanted.stream().map(receipt -> said(receipt, "would be replayed")).toList()
            : replayed(new Replay(receipts, Clock.systemUTC(), longest), wanted);
    say(summary(outcomes));
    return outcomes.stream().anyMatch(BAD::contains) ? 1 : 0;
  }

  private Receipts receipts() {
    if (remote != null) return new Receipts(remote.to, remote.token);
    var tokens = new Tokens(LocalKey.in(Home.data(data)), Clock.systemUTC());
    var token = tokens.mint(SCOPES, Duration.ofHours(8));
    return new Receipts(URI.create("http://localhost:" + port), token);
  }

  private boolean isWanted(Receipt receipt) {
    return (provider == null || provider.equals(receipt.provider()))
        && (key == null || key.equals(receipt.key()));
  }

  private List<String> replayed(Replay replay, List<Receipt> wanted) {
    return wanted.stream()
        .map(
            receipt -> said(receipt, replay.again(receipt).map(Receipt::outcome).orElse("waiting")))
        .toList();
  }

  private String said(Receipt receipt, String became) {
    say(receipt.id() + "  " + receipt.key() + "  " + became);
    return became;
  }

  private static String summary(List<String> outcomes) {
    Map<String, Long> counts =
        outcomes.stream()
            .collect(Collectors.groupingBy(each -> each, TreeMap::new, Collectors.counting()));
    var each =
        counts.entrySet().stream()
            .map(count -> count.getValue() + " " + count.getKey())
            .collect(Collectors.joining(", "));
    return outcomes.isEmpty() ? "nothing to replay" : each;
  }

  private void say(String line) {
    spec.commandLine().getOut().println(line);
  }
}
