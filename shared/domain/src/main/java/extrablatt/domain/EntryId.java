package extrablatt.domain;

/** The id of a liveblog's entry: a ULID. */
public record EntryId(String value) {
  public EntryId {
    Ulids.require(value, "an entry");
  }

  @Override
  public String toString() {
    return value;
  }
}
