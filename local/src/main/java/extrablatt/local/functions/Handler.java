package extrablatt.local.functions;

import com.amazonaws.services.lambda.runtime.Context;
import java.io.IOException;

/** A function's code behind one shape: JSON in, JSON out. */
interface Handler {

  byte[] handle(byte[] event, Context context) throws IOException;

  /** Closes what the code holds, where it holds anything. */
  void close() throws Exception;
}
