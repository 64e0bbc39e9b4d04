package extrablatt.local.tokens;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.nimbusds.jose.crypto.RSASSAVerifier;
import com.nimbusds.jwt.SignedJWT;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.HashSet;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class LocalKeyTest {
  private static final Instant NOW = Instant.parse("2026-11-22T12:00:00Z");

  @TempDir Path directory;

  @Test
  void theKeyIsMadeOnceAndReadableByItsOwnerAlone() throws Exception {
    var first = LocalKey.in(directory.resolve("data"));
    var second = LocalKey.in(directory.resolve("data"));

    assertThat(second.publicKeys()).isEqualTo(first.publicKeys());
    var file = directory.resolve("data/jwt-key.json");
    assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(file)))
        .isEqualTo("rw-------");
  }

  @Test
  void manyAtOnceEndWithOneKeyAndNothingBesideIt() throws Exception {
    try (var threads = Executors.newFixedThreadPool(8)) {
      var attempts =
          IntStream.range(0, 8)
              .<Callable<LocalKey>>mapToObj(_ -> () -> LocalKey.in(directory))
              .toList();

      var keys = threads.invokeAll(attempts);

      var ids = new HashSet<Object>();
      for (var key : keys) {
        ids.add(key.get().publicKeys());
      }
      assertThat(ids).hasSize(1);
    }
    try (var files = Files.list(directory)) {
      assertThat(files).containsExactly(directory.resolve("jwt-key.json"));
    }
  }

  @Test
  void aBrokenKeyFileSaysWhatToDo() throws Exception {
    Files.writeString(directory.resolve("jwt-key.json"), "{}");

    assertThatThrownBy(() -> LocalKey.in(directory)).hasMessageContaining("remove it");
  }

  @Test
  void aTokenSaysWhoMadeItForWhomAndForHowLong() throws Exception {
    var key = LocalKey.in(directory);
    var tokens = new Tokens(key, Clock.fixed(NOW, ZoneOffset.UTC));

    var jwt =
        SignedJWT.parse(
            tokens.mint(List.of("articles:write", "articles:read"), Duration.ofHours(8)));

    var publicKey = key.publicKeys().getKeyByKeyId(jwt.getHeader().getKeyID()).toRSAKey();
    assertThat(jwt.verify(new RSASSAVerifier(publicKey))).isTrue();
    var claims = jwt.getJWTClaimsSet();
    assertThat(claims.getIssuer()).isEqualTo("http://localhost/extrablatt");
    assertThat(claims.getAudience()).containsExactly("extrablatt");
    assertThat(claims.getStringClaim("scope")).isEqualTo("articles:write articles:read");
    assertThat(claims.getStringClaim("client_id")).isEqualTo("local");
    assertThat(claims.getSubject()).isEqualTo("local");
    assertThat(claims.getJWTID()).isNotBlank();
    assertThat(claims.getExpirationTime().toInstant()).isEqualTo(NOW.plus(Duration.ofHours(8)));
  }
}
