package extrablatt.http;

import extrablatt.domain.WireTime;
import extrablatt.domain.ingest.Reading;
import java.time.Instant;

/** That a request is refused, with the problem that is answered. */
public final class Refusal extends RuntimeException {
  private final transient Problem problem;

  private Refusal(Problem problem) {
    super(problem.detail());
    this.problem = problem;
  }

  private Refusal(ProblemType type, String detail) {
    this(Problem.of(type, detail));
  }

  /** 400: a header, parameter, cursor or body that cannot be read. */
  public static Refusal malformed(String detail) {
    return new Refusal(ProblemType.MALFORMED, detail);
  }

  /** 401: nobody knows who calls. */
  public static Refusal unauthorized(String detail) {
    return new Refusal(
        Problem.of(ProblemType.UNAUTHORIZED, detail).withHeader("WWW-Authenticate", "Bearer"));
  }

  /** 403: the caller may not do this. */
  public static Refusal forbidden(String detail) {
    return new Refusal(ProblemType.FORBIDDEN, detail);
  }

  /** 404: there is nothing, or nothing that the caller may know of. */
  public static Refusal notFound(String detail) {
    return new Refusal(ProblemType.NOT_FOUND, detail);
  }

  /** 406: there is the document, but in no media type that the caller takes. */
  public static Refusal notAcceptable(String detail) {
    return new Refusal(Problem.of(ProblemType.NOT_ACCEPTABLE, detail).withHeader("Vary", "Accept"));
  }

  /** 409: it cannot be done in the present state. */
  public static Refusal conflict(String detail) {
    return new Refusal(ProblemType.CONFLICT, detail);
  }

  /** 410: the newsroom took it back. */
  public static Refusal withdrawn(String detail, String reason, Instant at) {
    return new Refusal(
        Problem.of(ProblemType.WITHDRAWN, detail)
            .withMember("reason", reason)
            .withMember("withdrawnAt", WireTime.of(at)));
  }

  /** 410: its time is over. */
  public static Refusal expired(String detail) {
    return new Refusal(ProblemType.EXPIRED, detail);
  }

  /** 410: the reader knows of changes that never were; he begins anew. */
  public static Refusal resync(String detail) {
    return new Refusal(ProblemType.RESYNC, detail);
  }

  /** 413: more bytes than are taken. */
  public static Refusal tooLarge(String detail) {
    return new Refusal(ProblemType.TOO_LARGE, detail);
  }

  /** 415: a body of a type that is not taken. */
  public static Refusal unsupportedType(String detail) {
    return new Refusal(ProblemType.UNSUPPORTED_TYPE, detail);
  }

  /** 422: what the request says makes no sense. */
  public static Refusal invalid(String detail) {
    return new Refusal(ProblemType.INVALID, detail);
  }

  /** 428: the caller has to say which state it means to change. */
  public static Refusal preconditionRequired(String detail) {
    return new Refusal(ProblemType.PRECONDITION_REQUIRED, detail);
  }

  /** The status of its problem: a document that no format could read, with its faults. */
  public static Refusal unreadable(Reading.Refused refused) {
    var faults = refused.faults();
    var detail =
        faults.size() == 1
            ? faults.getFirst().detail()
            : "The document has " + faults.size() + " faults.";
    return new Refusal(Problem.of(ProblemType.named(refused.problem()), detail).withFaults(faults));
  }

  /** What is answered. */
  public Problem problem() {
    return problem;
  }
}
