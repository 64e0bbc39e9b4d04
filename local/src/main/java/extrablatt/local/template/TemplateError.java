package extrablatt.local.template;

/** A part of the template that the local stack cannot read or evaluate, with its line. */
public final class TemplateError extends RuntimeException {
  private final int line;

  TemplateError(int line, String message) {
    super("template line " + line + ": " + message);
    this.line = line;
  }

  /** The line, counted from one. */
  public int line() {
    return line;
  }
}
