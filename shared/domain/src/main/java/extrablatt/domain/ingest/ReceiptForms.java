package extrablatt.domain.ingest;

import extrablatt.domain.Bytes;

/** How receipts are written down. */
public interface ReceiptForms {
  /** The problem document that lies beside a rejected object (RFC 9457). */
  Bytes problem(Receipt receipt);
}
