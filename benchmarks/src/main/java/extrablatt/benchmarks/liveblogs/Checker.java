package extrablatt.benchmarks.liveblogs;

import extrablatt.benchmarks.liveblogs.CachingProxy.Origin;
import extrablatt.delivery.DeliveryFunction;
import extrablatt.domain.Pause;
import extrablatt.domain.PublishingException.Busy;
import extrablatt.domain.delivery.PublicLog;
import extrablatt.http.HttpFunction;
import extrablatt.http.Request;
import extrablatt.liveblogs.DueEntriesFunction;
import extrablatt.liveblogs.LiveblogsFunction;
import extrablatt.storage.Storage;
import java.io.InputStream;
import java.io.OutputStream;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.BooleanSupplier;
import java.util.function.UnaryOperator;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;

/**
 * Lets editors work on liveblogs while readers follow them, with faults in between, and looks at
 * the end whether anybody lost, doubled or reordered an entry.
 */
final class Checker {
  private static final int EDITORS = 32;
  private static final int READERS = 64;
  private static final int LIVEBLOGS = 3;
  private static final int SWEEPERS = 2;
  private static final String TABLE = "liveblogs";
  private static final Map<String, String> ENVIRONMENT =
      Map.of(
          "TABLE_NAME", TABLE,
          "CONTENT_BUCKET", "content",
          "CURSOR_SECRET", "only for checks",
          "DEFAULT_LANGUAGE", "de");

  /**
   * What stands between the functions and what they lean on; nothing unless a test puts it there.
   */
  record Between(
      UnaryOperator<DynamoDbClient> dynamo,
      UnaryOperator<PublicLog> log,
      UnaryOperator<Request> calls) {
    static final Between NOTHING =
        new Between(UnaryOperator.identity(), UnaryOperator.identity(), UnaryOperator.identity());
  }

  private final DynamoDbClient local;
  private final int operations;
  private final Turns turns = new Turns(Instant.parse("2026-11-22T12:00:00Z"));
  private final Counts edits = new Counts();
  private final Counts reads = new Counts();
  private final Counts answers = new Counts();
  private final Counts faults = new Counts();
  private final Findings findings = new Findings();
  private final Chance chance;
  private final FaultyDynamo.Faulty faulty;
  private final Origin newsroom;
  private final Origin site;
  private final DueEntriesFunction sweep;

  private Checker(DynamoDbClient local, int operations, long seed, Between between) {
    this.local = local;
    this.operations = operations;
    chance = new Chance(seed);
    faulty = FaultyDynamo.around(local, turns, chance.split(), faults);
    var pausing = chance.split();
    Pause pause = tries -> turns.pass(pausing.upTo(Duration.ofMillis(10L << Math.min(tries, 6))));
    var storage =
        Storage.over(between.dynamo().apply(faulty.client()), new KeepingS3(), ENVIRONMENT, pause);
    newsroom =
        reached(new LiveblogsFunction(storage, ENVIRONMENT, turns.clock(), pause), between.calls());
    sweep = new DueEntriesFunction(storage, ENVIRONMENT, turns.clock(), pause);
    site =
        reached(
            new DeliveryFunction(
                storage.publicDocuments(),
                between.log().apply(storage.publicLiveblogs()),
                storage::mediaAddresses,
                ENVIRONMENT,
                turns.clock(),
                pause),
            UnaryOperator.identity());
  }

  /** What a run came to. */
  record Report(
      Counts edits,
      Counts reads,
      Counts answers,
      Counts faults,
      List<String> liveblogs,
      List<String> findings) {
    int operations() {
      return edits.sum() + reads.sum();
    }
  }

  static Report check(DynamoDbClient local, int operations, long seed, Between between) {
    return new Checker(local, operations, seed, between).check();
  }

  static String table() {
    return TABLE;
  }

  private static Origin reached(HttpFunction function, UnaryOperator<Request> calls) {
    return request -> {
      try {
        return function.handle(calls.apply(request));
      } catch (Killed _) {
        return null;
      }
    };
  }

  private Report check() {
    var boards = new ArrayList<Board>();
    turns.enter(Duration.ZERO, () -> open(boards));
    var marks = new Marks();
    var proxy = new CachingProxy(site, turns, answers);
    var readings = new ArrayList<Reading>();
    var start = Duration.ofMinutes(1);
    for (int i = 0; i < EDITORS; i++) {
      var own = chance.split();
      var calls = new Calls(newsroom, turns, own, edits, faults, findings, "editor-" + i);
      var editor = new Editor(boards, calls, site, turns, own, marks, findings);
      turns.enter(start.plus(own.upTo(Duration.ofSeconds(5))), () -> work(editor::once));
    }
    for (int i = 0; i < READERS; i++) {
      var own = chance.split();
      turns.enter(
          start.plus(own.upTo(Duration.ofSeconds(20))),
          () -> {
            var liveblog = own.oneOf(boards).liveblog();
            var reading = new Reading(liveblog, proxy, turns, own, reads, findings);
            readings.add(reading);
            work(reading::once);
          });
    }
    for (int i = 0; i < SWEEPERS; i++) {
      var own = chance.split();
      turns.enter(start, () -> work(() -> sweep(own)));
    }
    turns.play();
    faulty.end().run();
    turns.pass(Duration.ofMinutes(2));
    sweep();
    return inspected(boards, readings);
  }

  private void work(Runnable once) {
    BooleanSupplier isDone = () -> edits.sum() + reads.sum() >= operations;
    while (!isDone.getAsBoolean()) once.run();
  }

  /** As the schedule calls it: seldom in time, often twice, and sometimes it dies. */
  private void sweep(Chance own) {
    try {
      sweep();
      faults.add("sweeps of due entries");
    } catch (Killed | Busy | IllegalStateException _) {
      faults.add("sweeps of due entries that failed or died");
    }
    turns.pass(own.about(Duration.ofSeconds(4)));
  }

  private void sweep() {
    sweep.handleRequest(InputStream.nullInputStream(), OutputStream.nullOutputStream(), null);
  }

  private void open(List<Board> boards) {
    var calls = new Calls(newsroom, turns, chance.split(), edits, faults, findings, "opening");
    while (boards.size() < LIVEBLOGS) {
      var body =
          "{\"headline\":\"Die Sturmnacht %d\",\"status\":\"live\"}".formatted(boards.size());
      var answer = calls.underKey(Desk.create(body), _ -> {});
      if (answer != null) boards.add(new Board(Reader.id(Site.json(answer))));
    }
  }

  private Report inspected(List<Board> boards, List<Reading> readings) {
    var liveblogs = new ArrayList<String>();
    for (var board : boards) {
      var inspection = new Inspection(board.liveblog(), site, findings);
      inspection.agree();
      inspection.keeps(board.posted());
      inspection.rows(local, TABLE);
      var fresh = Reader.fromTheStart();
      new CatchingUp(board.liveblog(), site, findings).changes(fresh);
      inspection.reads("a reader from the first change on", fresh);
      int number = 0;
      for (var reading : readings) {
        number++;
        if (!reading.liveblog().equals(board.liveblog())) continue;
        var reader = reading.reader();
        if (reader == null) continue;
        var who = "reader " + number;
        var catchingUp = new CatchingUp(board.liveblog(), site, findings);
        catchingUp.changes(reader);
        inspection.reads(who, reader);
        catchingUp.older(reader);
        inspection.reads(who + " with all older entries", reader);
      }
      liveblogs.add(
          "%,d changes, %,d entries, %d pins"
              .formatted(inspection.headSeq(), inspection.entryCount(), inspection.pinCount()));
    }
    return new Report(edits, reads, answers, faults, liveblogs, findings.all());
  }
}
