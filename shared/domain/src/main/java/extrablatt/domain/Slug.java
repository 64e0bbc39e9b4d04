package extrablatt.domain;

import java.util.regex.Pattern;

/** The readable part of an address, unique for ever within its kind of document. */
public record Slug(String value) {
  /** The longest slug, in characters. */
  public static final int LONGEST = 100;

  private static final Pattern FORM = Pattern.compile("[a-z0-9]+(-[a-z0-9]+)*");

  public Slug {
    if (!isSlug(value)) throw new IllegalArgumentException("not a slug: " + value);
  }

  /** Whether the text has the form of a slug and is not too long. */
  public static boolean isSlug(String text) {
    return text.length() <= LONGEST && FORM.matcher(text).matches();
  }

  @Override
  public String toString() {
    return value;
  }
}
