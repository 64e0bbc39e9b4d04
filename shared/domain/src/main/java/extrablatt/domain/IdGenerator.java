package extrablatt.domain;

/** The one source of new ids. */
public interface IdGenerator {
  /** A new ULID, as {@link Ulids} writes it. */
  String next();
}
