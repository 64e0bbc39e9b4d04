package extrablatt.media;

/** Thrown inside the probe for a file that cannot be taken. */
// The annotation that the check asks for would be a dependency of its own.
@SuppressWarnings("AnnotateFormatMethod")
final class Unfit extends RuntimeException {
  private static final long serialVersionUID = 1L;

  private final String problem;

  private Unfit(String problem, String detail) {
    super(detail, null, false, false);
    this.problem = problem;
  }

  /** The file is not what its format allows. */
  static Unfit malformed(String detail, Object... arguments) {
    return new Unfit("malformed", detail.formatted(arguments));
  }

  /** The file is of a format that we do not take. */
  static Unfit unsupported(String detail, Object... arguments) {
    return new Unfit("unsupported-type", detail.formatted(arguments));
  }

  /** There is more of it than is looked at. */
  static Unfit tooLarge(String detail, Object... arguments) {
    return new Unfit("too-large", detail.formatted(arguments));
  }

  String problem() {
    return problem;
  }

  String detail() {
    return String.valueOf(getMessage());
  }
}
