package extrablatt.local;

import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import extrablatt.domain.Bytes;
import extrablatt.domain.Fault;
import extrablatt.domain.Place;
import extrablatt.domain.ingest.DocumentReader;
import extrablatt.domain.ingest.IncomingDocument;
import extrablatt.domain.ingest.IncomingDocument.Instruction;
import extrablatt.domain.ingest.Ingest;
import extrablatt.domain.ingest.Reading;
import extrablatt.domain.ingest.Source;
import extrablatt.formats.Formats;
import extrablatt.formats.json.CheckJson;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/**
 * Says what documents would become if they were dropped, or what is wrong with them; nothing is
 * saved.
 */
@Command(
    name = "check",
    description =
        "Reads documents as ingest would: prints each article, or every complaint with its place.",
    mixinStandardHelpOptions = true)
final class CheckCommand implements Callable<Integer> {
  private static final JsonMapper JSON =
      JsonMapper.builder().enable(SerializationFeature.INDENT_OUTPUT).build();

  private final DocumentReader reader = Formats.standard();
  private final CheckJson checks = new CheckJson("de");

  @Spec private CommandSpec spec = CommandSpec.create();

  @Parameters(
      arity = "1..*",
      paramLabel = "FILE",
      description = "Documents in any format that ingest takes.")
  private List<Path> files = List.of();

  @Override
  public Integer call() throws IOException {
    boolean accepted = true;
    for (var file : files) accepted &= isAccepted(file);
    return accepted ? 0 : 1;
  }

  private boolean isAccepted(Path file) throws IOException {
    if (Files.size(file) > Ingest.LARGEST) {
      complain(
          file,
          "",
          "has %d bytes; at most %d are taken".formatted(Files.size(file), Ingest.LARGEST));
      return false;
    }
    var bytes = Bytes.of(Files.readAllBytes(file));
    var reading =
        reader.read(new Source(bytes, String.valueOf(file.getFileName()), null, Map.of()));
    return isAccepted(file, "", reading);
  }

  /** What one of several documents is called stands before each complaint about it. */
  private boolean isAccepted(Path file, String name, Reading reading) throws IOException {
    return switch (reading) {
      case Reading.Refused refused -> {
        refused.faults().forEach(fault -> complain(file, place(fault), name + fault.detail()));
        yield false;
      }
      case Reading.Several(_, var members, var warnings, _) -> {
        warnings.forEach(warning -> complain(file, "", "warning: " + warning));
        boolean accepted = true;
        for (var member : members)
          accepted &= isAccepted(file, member.name() + ": ", member.reading());
        yield accepted;
      }
      case Reading.Understood(_, var document) -> {
        document.warnings().forEach(warning -> complain(file, "", name + "warning: " + warning));
        print(document);
        yield true;
      }
    };
  }

  private void print(IncomingDocument document) throws IOException {
    var json =
        switch (document.instruction()) {
          case Instruction.Save(var content) ->
              JSON.readTree(checks.article(content, document.publishAt()).array());
          case Instruction.SaveTeaser(var content) -> JSON.readTree(checks.teaser(content).array());
          case Instruction.SaveLiveblog(var content, _) ->
              JSON.readTree(checks.liveblog(content).array());
          case Instruction.SaveEntry(var content) -> JSON.readTree(checks.entry(content).array());
          case Instruction.Kill(var reason) ->
              JSON.createObjectNode()
                  .set("withdraw", JSON.createObjectNode().put("reason", reason));
        };
    spec.commandLine().getOut().println(JSON.writeValueAsString(json));
  }

  /** As compilers write it, so that editors can jump there. */
  private void complain(Path file, String place, String detail) {
    spec.commandLine().getErr().println(file + place + ": " + detail);
  }

  private static String place(Fault fault) {
    return switch (fault.place()) {
      case Place.LineColumn(var line, var column) -> ":" + line + ":" + column;
      case Place.Pointer(var pointer) -> pointer.isEmpty() ? "" : ": " + pointer;
    };
  }
}
