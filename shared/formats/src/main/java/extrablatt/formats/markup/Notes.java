package extrablatt.formats.markup;

/** What is to be said of a text while it is read. */
public interface Notes {
  /** Something that a reader would see was left out or changed. */
  void warn(String warning);

  /** For this the text cannot be taken in. */
  void refuse(String detail);
}
