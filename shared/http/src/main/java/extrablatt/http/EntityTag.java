package extrablatt.http;

/** A strong entity tag: what stands between the quotation marks. */
public record EntityTag(String opaque) {
  /** The tag of a resource that counts its changes. */
  public static EntityTag ofVersion(long version) {
    return new EntityTag("v" + version);
  }

  /** As it stands in headers. */
  @Override
  public String toString() {
    return '"' + opaque + '"';
  }
}
