package extrablatt.local.tokens;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.jwk.JWKSet;
import com.nimbusds.jose.jwk.KeyUse;
import com.nimbusds.jose.jwk.RSAKey;
import com.nimbusds.jose.jwk.gen.RSAKeyGenerator;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.text.ParseException;

/**
 * The RSA key that signs local tokens: made at first use, kept in a file that only its owner can
 * read.
 */
public final class LocalKey {
  private static final String FILE_NAME = "jwt-key.json";
  private static final int BITS = 2048;

  private final RSAKey key;

  private LocalKey(RSAKey key) {
    this.key = key;
  }

  /** The key of a data directory; whoever comes first makes it, everybody else reads it. */
  public static LocalKey in(Path directory) {
    try {
      var file = directory.resolve(FILE_NAME);
      if (!Files.exists(file)) {
        Files.createDirectories(directory);
        keep(generated(), file);
      }
      return new LocalKey(RSAKey.parse(Files.readString(file)));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (ParseException e) {
      throw new IllegalStateException(
          directory.resolve(FILE_NAME) + " holds no key; remove it to have a new one made", e);
    }
  }

  /** What a gateway needs to check signatures. */
  public JWKSet publicKeys() {
    return new JWKSet(key.toPublicJWK());
  }

  RSAKey privateKey() {
    return key;
  }

  private static RSAKey generated() {
    try {
      return new RSAKeyGenerator(BITS)
          .keyUse(KeyUse.SIGNATURE)
          .algorithm(JWSAlgorithm.RS256)
          .keyIDFromThumbprint(true)
          .generate();
    } catch (JOSEException e) {
      throw new IllegalStateException("this JDK makes no RSA keys", e);
    }
  }

  /**
   * Writes the whole key beside the file and links it in: linking fails where another process was
   * first.
   */
  private static void keep(RSAKey key, Path file) throws IOException {
    // Temporary files are made readable by their owner alone, and links share that.
    var draft = Files.createTempFile(file.toAbsolutePath().getParent(), FILE_NAME, ".draft");
    try {
      Files.writeString(draft, key.toJSONString());
      Files.createLink(file, draft);
    } catch (FileAlreadyExistsException e) {
      // The other process's key is as good as ours, and there has to be one only.
      return;
    } finally {
      Files.delete(draft);
    }
  }
}
