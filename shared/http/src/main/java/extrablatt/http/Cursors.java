package extrablatt.http;

import extrablatt.domain.PageRequest;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.util.Arrays;
import java.util.Base64;
import java.util.Map;
import java.util.regex.Pattern;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.jspecify.annotations.Nullable;

/**
 * Positions in lists as clients hand them back: sealed, so that a forged one, or one of another
 * list, is known as such.
 */
public final class Cursors {
  private static final String VARIABLE = "CURSOR_SECRET";
  private static final String ALGORITHM = "HmacSHA256";
  private static final int SEAL_LENGTH = 16;
  private static final Pattern FORM = Pattern.compile("[A-Za-z0-9_-]{1,2000}");

  private final SecretKeySpec key;

  private Cursors(String secret) {
    key = new SecretKeySpec(secret.getBytes(StandardCharsets.UTF_8), ALGORITHM);
  }

  /** Sealed with the {@code CURSOR_SECRET} of the environment. */
  public static Cursors from(Map<String, String> environment) {
    var secret = environment.get(VARIABLE);
    if (secret == null || secret.isBlank())
      throw new IllegalStateException("the environment variable " + VARIABLE + " is missing");
    return new Cursors(secret);
  }

  /** A cursor for a position in a list, whose name holds its filters. */
  public String seal(String list, String position) {
    var bytes = position.getBytes(StandardCharsets.UTF_8);
    var sealed = ByteBuffer.allocate(SEAL_LENGTH + bytes.length).put(mac(list, bytes)).put(bytes);
    return Base64.getUrlEncoder().withoutPadding().encodeToString(sealed.array());
  }

  /** The position of a cursor of that list. */
  public String open(String list, String cursor) {
    if (!FORM.matcher(cursor).matches()) throw forged();
    var position = position(list, cursor);
    // Another spelling of the same bytes is none of ours.
    if (!seal(list, position).equals(cursor)) throw forged();
    return position;
  }

  private String position(String list, String cursor) {
    byte[] sealed;
    try {
      sealed = Base64.getUrlDecoder().decode(cursor);
    } catch (IllegalArgumentException garbage) {
      throw forged();
    }
    if (sealed.length <= SEAL_LENGTH) throw forged();
    var bytes = Arrays.copyOfRange(sealed, SEAL_LENGTH, sealed.length);
    var seal = Arrays.copyOf(sealed, SEAL_LENGTH);
    if (!MessageDigest.isEqual(seal, mac(list, bytes))) throw forged();
    return new String(bytes, StandardCharsets.UTF_8);
  }

  /** The page that {@code limit} and {@code cursor} ask for. */
  public PageRequest page(String list, Parameters parameters) {
    var cursor = parameters.text("cursor");
    return new PageRequest(parameters.limit(), cursor.map(given -> open(list, given)).orElse(null));
  }

  /** A cursor for the next page, if there is one. */
  public @Nullable String next(String list, @Nullable String position) {
    return position == null ? null : seal(list, position);
  }

  private static Refusal forged() {
    return Refusal.malformed("The cursor is none of this list's: begin again without it.");
  }

  /** The length comes first, so that no list and position read together as another pair. */
  private byte[] mac(String list, byte[] position) {
    var name = list.getBytes(StandardCharsets.UTF_8);
    try {
      var mac = Mac.getInstance(ALGORITHM);
      mac.init(key);
      mac.update(ByteBuffer.allocate(Integer.BYTES).putInt(name.length).flip());
      mac.update(name);
      return Arrays.copyOf(mac.doFinal(position), SEAL_LENGTH);
    } catch (GeneralSecurityException missing) {
      throw new IllegalStateException("every Java platform has " + ALGORITHM, missing);
    }
  }
}
