package extrablatt.rights;

import static org.assertj.core.api.Assertions.assertThat;

import extrablatt.local.LocalStack;
import extrablatt.local.UsedRights;
import extrablatt.local.iam.Role;
import extrablatt.local.iam.Statement;
import extrablatt.local.iam.Use;
import extrablatt.local.template.Function;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/**
 * Runs after all other tests of this module, in an execution of its own: each action, resource and
 * partition that a role of the template lists was needed by some call of theirs, which the stores
 * of the local stack let through for it.
 */
final class LeastPrivilegeTest {
  /** Services that the local stack has not; SmokeTestFunctionTest shows what is asked of them. */
  private static final List<String> ONLY_ON_AWS = List.of("lambda:", "codedeploy:");

  @Test
  void noRoleListsWhatNoTestEverNeeded() throws IOException {
    var template =
        LocalStack.template(Path.of("../template.yaml"), URI.create("http://localhost:0"));
    var used = UsedRights.all();

    var functions = template.functions().stream().map(Function::role).toList();
    var roles = template.roles().stream().filter(role -> functions.contains(role.id())).toList();

    var unused = roles.stream().flatMap(role -> unused(role, used)).toList();

    assertThat(roles).hasSameSizeAs(functions);
    assertThat(unused).isEmpty();
  }

  private static boolean isOnlyOnAws(Statement statement) {
    return statement.actions().stream()
        .allMatch(action -> ONLY_ON_AWS.stream().anyMatch(action::startsWith));
  }

  private static Stream<String> unused(Role role, Set<Use> used) {
    return role.statements().stream()
        .filter(Statement::allows)
        .filter(statement -> !isOnlyOnAws(statement))
        .flatMap(statement ->
            statement.parts().stream()
                .filter(part -> !used.contains(new Use(role.id(), statement.sid(), part)))
                .map(part -> String.join(" ", List.of(role.id(), statement.sid(), part))));
  }
}
