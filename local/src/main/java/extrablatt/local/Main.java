package extrablatt.local;

import extrablatt.local.functions.FunctionError;
import extrablatt.local.imports.Unreachable;
import extrablatt.local.replay.ReplayRefused;
import extrablatt.local.sockets.SocketServer;
import extrablatt.local.template.TemplateError;
import java.io.PrintWriter;
import java.io.UncheckedIOException;
import java.net.ConnectException;
import java.nio.charset.StandardCharsets;
import java.nio.file.NoSuchFileException;
import java.time.Duration;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.ParseResult;
import picocli.CommandLine.Spec;

/** What the launcher starts: the local stack, and the commands that go with it. */
@Command(
    name = "extrablatt",
    description = "Runs Extrablatt on this machine.",
    mixinStandardHelpOptions = true,
    subcommands = {
      LocalCommand.class,
      CheckCommand.class,
      ImportCommand.class,
      ReplayCommand.class,
      TokenCommand.class
    })
public final class Main implements Runnable {
  @Spec private CommandSpec spec = CommandSpec.create();

  public static void main(String[] arguments) {
    System.exit(commandLine().execute(arguments));
  }

  static CommandLine commandLine() {
    return new CommandLine(new Main())
        .registerConverter(Duration.class, Durations::parse)
        .setExecutionExceptionHandler(Main::explain)
        .setOut(new PrintWriter(System.out, true, StandardCharsets.UTF_8))
        .setErr(new PrintWriter(System.err, true, StandardCharsets.UTF_8));
  }

  @Override
  public void run() {
    throw new ParameterException(spec.commandLine(), "Say which command to run");
  }

  /** What a user can mend is one line; only a fault of ours has a stack trace. */
  private static int explain(Exception fault, CommandLine line, ParseResult arguments)
      throws Exception {
    var text =
        switch (fault) {
          case PortTaken taken ->
              "port %d is taken; choose another with %s".formatted(taken.port(), option(taken));
          case ReplayRefused refused -> refused.getMessage();
          case Unreachable unreachable -> unreachable.getMessage();
          case UncheckedIOException unreachable
              when unreachable.getCause() instanceof ConnectException ->
              unreachable.getMessage();
          case DataFolder.Taken taken -> taken.getMessage();
          case TemplateError error -> error.getMessage();
          case NoSuchFileException file -> "there is no file " + file.getFile();
          case FunctionError error when !(error.getCause() instanceof RuntimeException) ->
              error.getMessage();
          default -> throw fault;
        };
    line.getErr().println("extrablatt: " + text);
    return CommandLine.ExitCode.SOFTWARE;
  }

  private static String option(PortTaken taken) {
    return switch (taken.what()) {
      case "DynamoDB" -> "--dynamodb-port";
      case "S3" -> "--s3-port";
      case SocketServer.NAME -> "--socket-port";
      default -> "--port";
    };
  }
}
