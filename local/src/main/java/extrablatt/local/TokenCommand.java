package extrablatt.local;

import extrablatt.local.tokens.LocalKey;
import extrablatt.local.tokens.Tokens;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** Prints a token for the local stack, and nothing else. */
@Command(
    name = "token",
    description = "Prints a token for the local stack.",
    mixinStandardHelpOptions = true)
final class TokenCommand implements Callable<Integer> {
  @Spec private CommandSpec spec = CommandSpec.create();

  @Option(names = "--scope", required = true, description = "Scopes, parted by spaces.")
  private String scope = "";

  @Option(
      names = "--expires",
      defaultValue = "8h",
      description = "For how long: 90s, 30m, 8h, 7d (${DEFAULT-VALUE}).")
  private Duration expires = Duration.ZERO;

  @Option(names = "--data", description = "Where the stack keeps its data (.extrablatt).")
  private @Nullable Path data;

  @Override
  public Integer call() {
    var tokens = new Tokens(LocalKey.in(Home.data(data)), Clock.systemUTC());
    var scopes = List.of(scope.strip().split("[\\s,]+", -1));
    spec.commandLine().getOut().println(tokens.mint(scopes, expires));
    return 0;
  }
}
