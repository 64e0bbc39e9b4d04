package extrablatt.http;

import extrablatt.domain.Bytes;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;

/** A response as it is kept for a repeated call: the gateway's JSON. */
final class KeptResponse {
  private KeptResponse() {}

  static Bytes bytes(Response response) {
    return Json.bytes(json -> ResponseJson.write(response, json));
  }

  static Response read(Bytes kept) {
    try {
      return ResponseJson.read(new ByteArrayInputStream(kept.array()));
    } catch (IOException broken) {
      throw new UncheckedIOException("the kept answer is none of ours", broken);
    }
  }
}
