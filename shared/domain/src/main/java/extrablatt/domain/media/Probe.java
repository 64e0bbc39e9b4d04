package extrablatt.domain.media;

/** Looks into media files. It reads only the parts that it needs, in bounded time and memory. */
public interface Probe {
  /**
   * What a file says of itself; never throws for whatever the file holds.
   *
   * @param fileName its name; decides nothing where the content speaks for itself
   */
  Probing probe(RangedBytes file, String fileName);
}
