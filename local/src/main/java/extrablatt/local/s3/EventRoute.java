package extrablatt.local.s3;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.function.Predicate;

/** Which events of the event bus a queue gets. */
public record EventRoute(Predicate<JsonNode> pattern, String queueName) {}
