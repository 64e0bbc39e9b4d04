package extrablatt.http;

import java.util.Locale;

/** What kind of problem there is; each has one address, one title and one status. */
public enum ProblemType {
  MALFORMED(400, "Malformed request"),
  UNAUTHORIZED(401, "Unauthorized"),
  FORBIDDEN(403, "Forbidden"),
  NOT_FOUND(404, "Not found"),
  NOT_ACCEPTABLE(406, "Not acceptable"),
  CONFLICT(409, "Conflict"),
  WITHDRAWN(410, "Withdrawn"),
  EXPIRED(410, "Expired"),
  RESYNC(410, "Resync needed"),
  STALE_REVISION(412, "Stale revision"),
  TOO_LARGE(413, "Too large"),
  UNSUPPORTED_TYPE(415, "Unsupported media type"),
  UNSUPPORTED_KIND(422, "Unsupported kind of document"),
  INVALID(422, "Invalid content"),
  PRECONDITION_REQUIRED(428, "Precondition required"),
  INTERNAL(500, "Internal error"),
  BUSY(503, "Busy");

  private final int status;
  private final String title;

  ProblemType(int status, String title) {
    this.status = status;
    this.title = title;
  }

  /** The type of that name, which is the last part of its address. */
  public static ProblemType named(String name) {
    return valueOf(name.toUpperCase(Locale.ROOT).replace('-', '_'));
  }

  /** The status it is answered with. */
  public int status() {
    return status;
  }

  /** The same words for every problem of the type. */
  public String title() {
    return title;
  }

  /** The address that tells it apart from other types. */
  public String address() {
    return "/problems/" + name().toLowerCase(Locale.ROOT).replace('_', '-');
  }
}
