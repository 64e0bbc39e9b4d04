package extrablatt.domain;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Arrays;
import java.util.Base64;

/**
 * Bytes with value semantics. The array is handed in and out without a copy, since bodies are
 * large: nobody changes it.
 */
public final class Bytes {
  private final byte[] array;

  private Bytes(byte[] array) {
    this.array = array;
  }

  /** These bytes. */
  public static Bytes of(byte[] array) {
    return new Bytes(array);
  }

  /** A text's bytes in UTF-8. */
  public static Bytes utf8(String text) {
    return new Bytes(text.getBytes(StandardCharsets.UTF_8));
  }

  /** The array itself, which nobody changes. */
  public byte[] array() {
    return array;
  }

  /** How many there are. */
  public int length() {
    return array.length;
  }

  /** The text that they are in UTF-8. */
  public String text() {
    return new String(array, StandardCharsets.UTF_8);
  }

  /** The first 128 bits of their SHA-256, in the alphabet of base64 for URLs. */
  public String hash() {
    try {
      var digest = MessageDigest.getInstance("SHA-256").digest(array);
      return Base64.getUrlEncoder().withoutPadding().encodeToString(Arrays.copyOf(digest, 16));
    } catch (NoSuchAlgorithmException missing) {
      throw new IllegalStateException("every Java platform has SHA-256", missing);
    }
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof Bytes bytes && Arrays.equals(array, bytes.array);
  }

  @Override
  public int hashCode() {
    return Arrays.hashCode(array);
  }

  @Override
  public String toString() {
    return array.length + " bytes";
  }
}
