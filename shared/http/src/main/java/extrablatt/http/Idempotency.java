package extrablatt.http;

import extrablatt.domain.Bytes;
import extrablatt.domain.PublishingException;
import extrablatt.domain.publishing.IdempotencyKey;
import extrablatt.domain.publishing.IdempotencyStore;
import extrablatt.domain.publishing.IdempotencyStore.Beginning;
import extrablatt.domain.publishing.KeptAnswer;
import java.time.Clock;
import java.time.Duration;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Sees to it that a call with an {@code Idempotency-Key} does its work once. */
public final class Idempotency {
  /** How long an answer is kept. */
  public static final Duration KEPT = Duration.ofHours(24);

  /** How long a key stays taken when the call that took it never comes to an end. */
  public static final Duration LEASE = Duration.ofSeconds(30);

  private static final Pattern FORM = Pattern.compile("[\\x21-\\x7E]{1,255}");

  private final IdempotencyStore store;
  private final Clock clock;
  private final Duration lease;

  public Idempotency(IdempotencyStore store, Clock clock, Duration lease) {
    this.store = store;
    this.clock = clock;
    this.lease = lease;
  }

  /** An endpoint that hands its answer on with what it writes. */
  @FunctionalInterface
  public interface Work {
    /** The answer; what the work refuses it throws. */
    Response handle(Request request, Completion completion);
  }

  /** The endpoint whose whole work is done once. */
  public Endpoint around(Work work) {
    return request -> answer(request, work);
  }

  /** The answer of the work, or the one that it gave before. */
  public Response answer(Request request, Work work) {
    var given = request.header("idempotency-key");
    if (given.isEmpty()) return work.handle(request, _ -> null);
    Content.requireShort(request);
    if (!FORM.matcher(given.get()).matches())
      throw Refusal.malformed("Idempotency-Key is 1 to 255 visible ASCII characters.");
    var key = new IdempotencyKey(scope(request), given.get());
    var now = clock.instant();
    return switch (store.begin(key, request.body().hash(), now, now.plus(lease))) {
      case Beginning.Fresh(var token) -> first(request, work, new Keeping(key, token));
      case Beginning.Answered(var answer) ->
          KeptResponse.read(answer).with("Idempotent-Replayed", "true");
      case Beginning.InFlight _ ->
          throw Refusal.conflict("A call with this Idempotency-Key is being worked on.");
      case Beginning.OtherBody _ ->
          throw Refusal.invalid("This Idempotency-Key was used with another body.");
    };
  }

  /** Of a fixed length but for the caller: a query may be longer than a key of the store. */
  private static String scope(Request request) {
    var called = request.method() + " " + request.path() + "?" + request.rawQuery();
    return NewsroomGuard.caller(request).name() + " " + Bytes.utf8(called).hash();
  }

  private Response first(Request request, Work work, Keeping keeping) {
    Response response;
    try {
      response = work.handle(request, keeping);
    } catch (RuntimeException refusal) {
      keeping.giveBack();
      throw refusal;
    }
    if (!response.isSuccess()) keeping.giveBack();
    else if (!response.equals(keeping.committed)) store.finish(keeping.kept(response));
    return response;
  }

  /** The completion of a call that has taken its key. */
  private final class Keeping implements Completion {
    private final IdempotencyKey key;
    private final String token;
    private @Nullable Response committed;

    Keeping(IdempotencyKey key, String token) {
      this.key = key;
      this.token = token;
    }

    @Override
    public KeptAnswer answer(Response response) {
      committed = response;
      return kept(response);
    }

    @Override
    public IdempotencyKey key() {
      return key;
    }

    KeptAnswer kept(Response response) {
      return new KeptAnswer(key, token, KeptResponse.bytes(response), clock.instant().plus(KEPT));
    }

    /** Where the store is too busy for it, the key comes free with the end of its lease. */
    void giveBack() {
      try {
        store.abandon(key, token);
      } catch (PublishingException.Busy _) {
        return;
      }
    }
  }
}
