package extrablatt.delivery;

import extrablatt.domain.Bytes;
import extrablatt.http.CacheControl;
import extrablatt.http.Parameters;
import extrablatt.http.Representation;
import extrablatt.http.Request;
import extrablatt.http.Response;
import extrablatt.http.Router;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;

/** The contract, a page to try it, and whether the function is alive. */
final class SiteEndpoints {
  private final Representation contract =
      Representation.made("application/json", resource("/openapi.json"));
  private final Representation docs =
      Representation.made("text/html; charset=utf-8", resource("/docs.html"));

  Router router() {
    return Router.of("GET /openapi.json", request -> answer(request, contract))
        .and("GET /docs", this::docs)
        .and("GET /health", this::health);
  }

  private static Response answer(Request request, Representation page) {
    Parameters.of(request);
    return page.answer(request, CacheControl.DOCUMENT, List.of());
  }

  private Response docs(Request request) {
    return answer(request, docs)
        .with(
            "Content-Security-Policy",
            "default-src 'none'; connect-src 'self'; style-src 'unsafe-inline'; script-src"
                + " 'unsafe-inline'; base-uri 'none'; frame-ancestors 'none'");
  }

  private Response health(Request request) {
    Parameters.of(request);
    return Response.json(200, Bytes.utf8("{\"status\":\"ok\"}"))
        .with("Cache-Control", CacheControl.NO_STORE);
  }

  private static Bytes resource(String name) {
    try (var in = SiteEndpoints.class.getResourceAsStream(name)) {
      if (in == null) throw new IllegalStateException(name + " is missing from the class path");
      return Bytes.of(in.readAllBytes());
    } catch (IOException broken) {
      throw new UncheckedIOException("cannot read " + name, broken);
    }
  }
}
