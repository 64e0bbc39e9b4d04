package extrablatt.e2e;

import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.extension.ExtendWith;

/** The sample events in the built jars, each function in a process as Lambda starts it. */
@EnabledOnOs(value = OS.LINUX, disabledReason = "Lambda's runtime client runs on Linux alone")
@ExtendWith(OneBuild.class)
final class BuiltEventsIT extends EventsContract {

  BuiltEventsIT(Stack stack, BuiltFunctions functions) {
    super(stack, functions);
  }
}
