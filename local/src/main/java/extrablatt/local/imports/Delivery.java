package extrablatt.local.imports;

import extrablatt.local.imports.ImportReport.Line;
import java.io.IOException;

/** How documents get to a stack, and what becomes of them there. */
public interface Delivery {
  /** Where a document goes: what a report has under the same key is done. */
  String key(Document document);

  /**
   * Delivers one document; the same one twice does no harm.
   *
   * @param sha256 the hash of its bytes
   * @throws Unreachable if nobody answers
   */
  Line deliver(Document document, String sha256, Document.Payload payload) throws IOException;
}
