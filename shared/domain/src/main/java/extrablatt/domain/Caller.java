package extrablatt.domain;

/**
 * Who changes something: a person or a machine of the newsroom, or a provider whose document came
 * in by itself.
 */
public record Caller(String name) {
  public Caller {
    if (name.isBlank()) throw new IllegalArgumentException("a caller needs a name");
  }
}
