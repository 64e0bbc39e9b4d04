package extrablatt.local;

import static org.assertj.core.api.Assertions.assertThat;

import com.nimbusds.jwt.SignedJWT;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Path;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class MainTest {
  private final StringWriter out = new StringWriter();
  private final StringWriter err = new StringWriter();

  @TempDir Path data;

  @Test
  void tokenPrintsTheTokenAlone() throws Exception {
    int code = run("token", "--scope", "articles:write articles:read", "--data", data.toString());

    assertThat(code).isZero();
    assertThat(out.toString()).hasLineCount(1);
    var claims = SignedJWT.parse(out.toString().strip()).getJWTClaimsSet();
    assertThat(claims.getStringClaim("scope")).isEqualTo("articles:write articles:read");
    assertThat(
            Duration.between(
                claims.getIssueTime().toInstant(), claims.getExpirationTime().toInstant()))
        .isEqualTo(Duration.ofHours(8));
  }

  @ParameterizedTest
  @ValueSource(strings = {"8", "h", "0h", "-1h", "8 h", "99999999h", "8w"})
  void aDurationThatIsNoneIsAUsageError(String expires) {
    int code = run("token", "--scope", "a", "--expires", expires, "--data", data.toString());

    assertThat(code).isEqualTo(2);
    assertThat(out.toString()).isEmpty();
  }

  @Test
  void unknownOptionsAreUsageErrors() {
    assertThat(run("local", "--prot", "3000")).isEqualTo(2);
    assertThat(err.toString()).contains("Unknown option").contains("--prot");
  }

  @Test
  void dataAndMemoryExcludeEachOther() {
    assertThat(run("local", "--data", data.toString(), "--memory")).isEqualTo(2);
  }

  @Test
  void withoutACommandTheUsageIsShown() {
    assertThat(run()).isEqualTo(2);
    assertThat(err.toString()).contains("local").contains("token");
  }

  @Test
  void aTakenPortIsOneLineThatNamesTheOption() throws Exception {
    try (var socket = new ServerSocket(0, 1, InetAddress.getByAddress(new byte[] {127, 0, 0, 1}))) {
      int code = run("local", "--memory", "--port", String.valueOf(socket.getLocalPort()));

      assertThat(code).isEqualTo(1);
      assertThat(err.toString())
          .isEqualToNormalizingNewlines(
              "extrablatt: port %d is taken; choose another with --port\n"
                  .formatted(socket.getLocalPort()));
    }
  }

  private int run(String... arguments) {
    return Main.commandLine()
        .setOut(new PrintWriter(out, true))
        .setErr(new PrintWriter(err, true))
        .execute(arguments);
  }
}
