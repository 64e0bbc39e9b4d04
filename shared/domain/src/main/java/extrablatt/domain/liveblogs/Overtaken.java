package extrablatt.domain.liveblogs;

/**
 * Another delivery of the same document, or of the same object, was written since this one was
 * compared with what was there; nothing of this one is written, and it is to be compared anew. Only
 * a call that writes an origin or a receipt along meets it.
 */
public final class Overtaken extends RuntimeException {
  Overtaken() {
    super("another delivery of the same document came in between");
  }
}
