package extrablatt.local.schedules;

import com.fasterxml.jackson.databind.json.JsonMapper;
import extrablatt.local.template.Surroundings;
import extrablatt.local.template.Trigger;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.UUID;

/** Writes the event of a schedule: what the template says, else the sender's own. */
final class ScheduleEventJson {
  private static final JsonMapper JSON = new JsonMapper();

  private ScheduleEventJson() {}

  static byte[] of(String function, Trigger.Schedule schedule, Instant now) {
    var input = schedule.input();
    var text = input == null ? event(function, schedule.source(), now) : input;
    return text.getBytes(StandardCharsets.UTF_8);
  }

  /** The scheduler's detail is a string, the event bus's an object: so they are on AWS. */
  private static String event(String function, String source, Instant now) {
    boolean byScheduler = source.equals("aws.scheduler");
    var json = JSON.createObjectNode();
    json.put("version", "0");
    json.put("id", UUID.randomUUID().toString());
    json.put("detail-type", "Scheduled Event");
    json.put("source", source);
    json.put("account", Surroundings.ACCOUNT);
    json.put("time", now.truncatedTo(ChronoUnit.SECONDS).toString());
    json.put("region", Surroundings.REGION);
    json.putArray("resources")
        .add(
            (byScheduler
                    ? "arn:aws:scheduler:%s:%s:schedule/default/%s-%s"
                    : "arn:aws:events:%s:%s:rule/%s-%s")
                .formatted(
                    Surroundings.REGION, Surroundings.ACCOUNT, Surroundings.STACK, function));
    if (byScheduler) {
      json.put("detail", "{}");
    } else {
      json.putObject("detail");
    }
    return json.toString();
  }
}
