package extrablatt.smoke;

import extrablatt.domain.Bytes;
import extrablatt.storage.SignedPost.Answer;
import java.net.URI;
import java.util.Map;

/** How a call leaves for an AWS service. */
@FunctionalInterface
interface Sender {
  Answer post(URI address, Map<String, String> headers, Bytes body);
}
