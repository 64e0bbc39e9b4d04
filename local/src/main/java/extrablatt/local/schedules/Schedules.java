package extrablatt.local.schedules;

import extrablatt.local.template.Trigger;
import java.time.Clock;
import java.util.Optional;

/** Starts what the template's schedules say. */
public final class Schedules {
  private static final System.Logger LOG = System.getLogger(Schedules.class.getName());

  private Schedules() {}

  /** The call of a function. */
  @FunctionalInterface
  public interface Call {
    byte[] of(String function, byte[] event) throws Exception;
  }

  /**
   * Calls the function by its rate until closed; empty for a schedule that is switched off, or that
   * is no rate.
   */
  public static Optional<AutoCloseable> start(
      String function, Trigger.Schedule schedule, Call call, Clock clock) {
    var period = Rate.of(schedule.expression());
    if (schedule.enabled() && period.isEmpty()) {
      LOG.log(
          System.Logger.Level.WARNING,
          "{0} is not called by its schedule: the local stack knows no {1}",
          function,
          schedule.expression());
    }
    return period
        .filter(_ -> schedule.enabled())
        .<AutoCloseable>map(it ->
            Rhythm.start(
                function,
                it,
                () ->
                    call.of(function, ScheduleEventJson.of(function, schedule, clock.instant()))));
  }
}
