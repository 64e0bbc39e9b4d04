package extrablatt.e2e;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import java.util.List;
import java.util.function.Supplier;
import org.junit.jupiter.api.DynamicTest;

/**
 * A call and the problem that it meets.
 *
 * @param pointers where the faults are; empty if nothing is asked of them
 */
record Refused(String name, int status, String type, List<String> pointers, Supplier<Answer> call) {
  Refused {
    pointers = List.copyOf(pointers);
  }

  static Refused refused(int status, String type, String name, Supplier<Answer> call) {
    return new Refused(name, status, type, List.of(), call);
  }

  DynamicTest test() {
    return dynamicTest(status + " " + name, this::isRefused);
  }

  private void isRefused() {
    var answer = call.get();

    ProblemDocument.isAProblem(answer, status, type);
    if (!pointers.isEmpty()) {
      assertThat(Articles.pointers(answer.json())).containsExactlyInAnyOrderElementsOf(pointers);
    }
  }
}
