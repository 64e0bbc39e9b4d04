package extrablatt.local.s3;

import com.google.common.base.Throwables;
import extrablatt.local.AccessKey;
import extrablatt.local.iam.AccessDenied;
import extrablatt.local.iam.Permissions;
import extrablatt.local.iam.Signature;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.util.List;
import java.util.Map;
import org.gaul.s3proxy.AccessGrant;
import org.gaul.s3proxy.S3ErrorCode;
import org.gaul.s3proxy.S3ProxyHandler;
import org.gaul.s3proxy.auth.AuthenticationType;
import org.gaul.s3proxy.blobstore.BlobStore;
import org.gaul.s3proxy.blobstore.S3Exceptions;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.awscore.exception.AwsServiceException;

/**
 * S3Proxy's handling of requests, with each body read to its very end.
 *
 * <p>S3Proxy's own server never reads the chunk that ends a chunked upload. The connection then
 * closes under the client, which sends everything again: a drop would count twice.
 */
final class S3Servlet extends HttpServlet {
  private static final long LARGEST_OBJECT = 5L << 30;
  private static final long LARGEST_SIGNED_IN_ONE_PIECE = 128L << 20;
  private static final int LARGEST_CHUNK = 16 << 20;
  private static final int CLOCK_SKEW_SECONDS = 15 * 60;

  /** More than any end of a chunked body, with its checksums. */
  private static final int LARGEST_REST = 64 << 10;

  /** Stands on writes of an object or a part only, whose answers have no body. */
  private static final String CHUNKED_UPLOAD = "x-amz-decoded-content-length";

  private static final List<String> KEPT_HEADERS =
      List.of("ETag", "x-amz-delete-marker", "x-amz-version-id", "Allow");

  private final transient Handler handler;
  private final transient BlobStore store;
  private final transient Permissions permissions;

  S3Servlet(BlobStore store, AccessKey key, Permissions permissions) {
    this.handler = new Handler(store, key);
    this.store = store;
    this.permissions = permissions;
    // Functions sign with keys of their own, and with the developer's secret.
    handler.setBlobStoreLocator((identity, _, _) ->
        identity.equals(key.id()) || permissions.accessKeys().contains(identity)
            ? new AccessGrant(key.secret(), store)
            : null);
  }

  @Override
  protected void service(HttpServletRequest request, HttpServletResponse response)
      throws IOException {
    try (var body = request.getInputStream()) {
      try {
        var query = new QueryOnly(request);
        requirePermission(query);
        handler.doHandle(query, query, response, body, null);
        if (request.getHeader(CHUNKED_UPLOAD) != null) {
          response.setContentLength(0);
          response.flushBuffer(); // Its packet lets go what the client's Nagle algorithm holds.
          readRest(body);
        }
      } catch (AccessDenied denied) {
        body.transferTo(OutputStream.nullOutputStream()); // Else the client cannot read why.
        handler.refuse(request, response, denied);
      } catch (IOException | RuntimeException e) {
        if (!answered(request, response, e)) {
          throw e;
        }
      }
    }
  }

  private void requirePermission(HttpServletRequest request) {
    var caller = caller(request);
    var asked = S3Calls.of(request);
    permissions.require(caller, asked.calls());
    // Who may not list a bucket does not learn from S3 what is not in it.
    if (asked.readsObject()
        && !asked.toldOfMissing().stream().allMatch(call -> permissions.allows(caller, call))
        && !store.blobExists(asked.bucket(), asked.key())) {
      permissions.require(caller, asked.toldOfMissing());
    }
  }

  private static @Nullable String caller(HttpServletRequest request) {
    var presigned = request.getParameter("X-Amz-Credential");
    return presigned == null
        ? Signature.accessKey(request.getHeader("Authorization")).orElse(null)
        : presigned.split("/", 2)[0];
  }

  private static void readRest(InputStream body) throws IOException {
    body.readNBytes(LARGEST_REST);
  }

  /** Answers what S3 has a code for; anything else is the server's own failure. */
  private boolean answered(
      HttpServletRequest request, HttpServletResponse response, Exception failure)
      throws IOException {
    for (var cause : Throwables.getCausalChain(failure)) {
      if (cause instanceof AwsServiceException refusal) {
        refuse(request, response, refusal);
        return true;
      }
    }
    if (failure instanceof UnsupportedOperationException) {
      handler.refuse(request, response, S3ErrorCode.NOT_IMPLEMENTED);
      return true;
    }
    if (failure instanceof IllegalArgumentException) {
      handler.refuse(request, response, S3ErrorCode.INVALID_ARGUMENT);
      return true;
    }
    return false;
  }

  private void refuse(
      HttpServletRequest request, HttpServletResponse response, AwsServiceException refusal)
      throws IOException {
    var answered = S3Exceptions.httpResponse(refusal);
    if (answered != null) {
      for (var header : KEPT_HEADERS) {
        answered.firstMatchingHeader(header).ifPresent(value -> response.setHeader(header, value));
      }
    }
    if (S3Exceptions.errorCode(refusal) != null) {
      handler.refuse(request, response, refusal);
    } else if (refusal.statusCode() == 412 && isRead(request)) {
      response.setStatus(HttpServletResponse.SC_NOT_MODIFIED);
    } else {
      refuseByStatus(request, response, refusal.statusCode());
    }
  }

  /** The stores report any condition that fails as 412, S3 an unchanged object as 304. */
  private static boolean isRead(HttpServletRequest request) {
    return (request.getMethod().equals("GET") || request.getMethod().equals("HEAD"))
        && request.getHeader("If-Match") == null
        && request.getHeader("If-Unmodified-Since") == null;
  }

  private void refuseByStatus(HttpServletRequest request, HttpServletResponse response, int status)
      throws IOException {
    switch (status) {
      case 400 -> handler.refuse(request, response, S3ErrorCode.BAD_DIGEST);
      case 403 -> handler.refuse(request, response, S3ErrorCode.ACCESS_DENIED);
      case 405 -> handler.refuse(request, response, S3ErrorCode.METHOD_NOT_ALLOWED);
      case 412 -> handler.refuse(request, response, S3ErrorCode.PRECONDITION_FAILED);
      case 416 -> handler.refuse(request, response, S3ErrorCode.INVALID_RANGE);
      default -> response.setStatus(status);
    }
  }

  /** Opens S3Proxy's writing of error documents to the servlet. */
  private static final class Handler extends S3ProxyHandler {
    Handler(BlobStore store, AccessKey key) {
      super(
          store,
          AuthenticationType.AWS_V2_OR_V4,
          key.id(),
          key.secret(),
          null,
          LARGEST_OBJECT,
          LARGEST_SIGNED_IN_ONE_PIECE,
          LARGEST_CHUNK,
          true,
          null,
          "",
          CLOCK_SKEW_SECONDS);
    }

    void refuse(HttpServletRequest request, HttpServletResponse response, S3ErrorCode code)
        throws IOException {
      sendSimpleErrorResponse(request, response, code, code.name(), Map.of());
    }

    void refuse(HttpServletRequest request, HttpServletResponse response, AccessDenied denied)
        throws IOException {
      sendSimpleErrorResponse(
          request,
          response,
          S3ErrorCode.ACCESS_DENIED,
          String.valueOf(denied.getMessage()),
          Map.of());
    }

    void refuse(
        HttpServletRequest request, HttpServletResponse response, AwsServiceException refusal)
        throws IOException {
      var details = refusal.awsErrorDetails();
      sendSimpleErrorResponse(
          request,
          response,
          details.errorCode(),
          refusal.statusCode(),
          details.errorMessage() == null ? "" : details.errorMessage(),
          Map.of());
    }
  }
}
