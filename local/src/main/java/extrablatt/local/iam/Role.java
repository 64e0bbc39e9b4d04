package extrablatt.local.iam;

import java.util.List;
import java.util.Optional;

/**
 * A role of the template.
 *
 * @param id its logical id
 */
public record Role(String id, List<Statement> statements) {
  public Role {
    statements = List.copyOf(statements);
  }

  /** The statement that allows a call; none where no one does, or one denies it. */
  Optional<Statement> right(Call call) {
    var covering = statements.stream().filter(statement -> statement.covers(call)).toList();
    return covering.stream().allMatch(Statement::allows)
        ? covering.stream().findFirst()
        : Optional.empty();
  }
}
