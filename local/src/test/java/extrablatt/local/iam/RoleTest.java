package extrablatt.local.iam;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What statements, conditions and roles let through, by the rules of IAM. */
final class RoleTest {
  private static final String TABLE = "arn:aws:dynamodb:eu-central-1:000000000000:table/content";
  private static final String KEYS = "dynamodb:LeadingKeys";

  @ParameterizedTest
  @CsvSource({
    "dynamodb:PutItem, dynamodb:PutItem, true",
    "dynamodb:putitem, dynamodb:PutItem, true", // the case of an action does not count
    "dynamodb:Put*,    dynamodb:PutItem, true",
    "dynamodb:PutIte?, dynamodb:PutItem, true",
    "dynamodb:PutIte?, dynamodb:PutItems, false",
    "dynamodb:GetItem, dynamodb:PutItem, false",
    "dynamodbxPutItem, dynamodb:PutItem, false",
  })
  void anActionHasToBeListed(String listed, String wanted, boolean allowed) {
    var role = role(allowing(List.of(listed), List.of(TABLE)));

    assertThat(role.right(Call.of(wanted, TABLE)).isPresent()).isEqualTo(allowed);
  }

  @ParameterizedTest
  @CsvSource({
    "arn:aws:s3:::drop/media/*, arn:aws:s3:::drop/media/a/b.mp4, true",
    "arn:aws:s3:::drop/media/*, arn:aws:s3:::drop/publish/a.txt, false",
    "arn:aws:s3:::drop/media/*, arn:aws:s3:::drop/MEDIA/a.mp4, false",
    "arn:aws:s3:::drop,         arn:aws:s3:::drop/media/a.mp4, false",
    "*,                         arn:aws:s3:::drop/media/a.mp4, true",
    "arn:aws:s3:::*/media/*.mp4, arn:aws:s3:::drop/media/a/media/b.mp4, true",
    "arn:aws:s3:::*/media/*.mp4, arn:aws:s3:::drop/media/a.mp4.txt, false",
    "arn:aws:s3:::drop/**,      arn:aws:s3:::drop/, true",
    "arn:aws:s3:::d.op/*,       arn:aws:s3:::drop/a.mp4, false", // a dot is a dot
  })
  void aResourceHasToBeListed(String listed, String wanted, boolean allowed) {
    var role = role(allowing(List.of("s3:GetObject"), List.of(listed)));

    assertThat(role.right(Call.of("s3:GetObject", wanted)).isPresent()).isEqualTo(allowed);
  }

  @ParameterizedTest
  @CsvSource({
    "ForAllValues:StringLike, PUB#*, PUB#ARTICLE#1, true",
    "ForAllValues:StringLike, PUB#*, ARTICLE#1, false",
    "ForAllValues:StringLike, PUB#*, PUB#ARTICLE#1|LIST#NEWEST, false",
    "ForAllValues:StringLike, PUB#*|LIST#*, PUB#ARTICLE#1|LIST#NEWEST, true",
    "ForAllValues:StringLike, PUB#*, '', true", // the null case: no value is no wrong value
    "ForAnyValue:StringLike,  PUB#*, PUB#ARTICLE#1|ARTICLE#1, true",
    "ForAnyValue:StringLike,  PUB#*, '', false",
    "StringLike,              PUB#*, PUB#ARTICLE#1, true",
    "StringLike,              PUB#*, '', false",
    "StringEquals,            DUE, DUE, true",
    "StringEquals,            PUB#*, PUB#ARTICLE#1, false",
    "ForAllValues:StringEquals, DUE, DUE|DUE, true",
    "Null,                    false, PUB#ARTICLE#1, true",
    "Null,                    false, '', false",
    "Null,                    true, '', true",
    "Null,                    true, PUB#ARTICLE#1, false",
  })
  void aConditionLooksAtTheCallsValues(
      String operator, String values, String given, boolean holds) {
    var condition = Condition.of(operator, KEYS, List.of(values.split("\\|")));
    var context =
        given.isEmpty()
            ? Map.<String, List<String>>of()
            : Map.of(KEYS, List.of(given.split("\\|")));

    assertThat(condition.holds(context)).isEqualTo(holds);
  }

  @Test
  void anOperatorThatIsNotKnownIsNamed() {
    assertThatThrownBy(() -> Condition.of("NumericLessThan", KEYS, List.of("1")))
        .hasMessageContaining("NumericLessThan");
  }

  @Test
  void aNullConditionShutsOutCallsWithoutKeys() {
    var keys = Condition.of("ForAllValues:StringLike", KEYS, List.of("PUB#*"));
    var given = Condition.of("Null", KEYS, List.of("false"));
    var scan = Call.of("dynamodb:Scan", TABLE);

    assertThat(keyed("dynamodb:Scan", keys).covers(scan)).isTrue();
    assertThat(keyed("dynamodb:Scan", keys, given).covers(scan)).isFalse();
  }

  @Test
  void aDenialWins() {
    var denied =
        new Statement("No", false, List.of("dynamodb:DeleteItem"), List.of("*"), List.of());
    var role = role(allowing(List.of("dynamodb:*"), List.of(TABLE)), denied);

    assertThat(role.right(Call.of("dynamodb:PutItem", TABLE))).isPresent();
    assertThat(role.right(Call.of("dynamodb:DeleteItem", TABLE))).isEmpty();
  }

  @Test
  void whoLacksARightHearsWhichOne() {
    var permissions =
        new Permissions(
            Map.of("Reader", role(allowing(List.of("dynamodb:GetItem"), List.of(TABLE)))));

    assertThatThrownBy(() -> permissions.require("Reader", Call.of("dynamodb:PutItem", TABLE)))
        .isInstanceOf(AccessDenied.class)
        .hasMessageContaining("Role/Reader is not authorized to perform: dynamodb:PutItem on")
        .hasMessageContaining(TABLE);
  }

  @Test
  void ofSeveralCallsAllHaveToBeAllowed() {
    var permissions =
        new Permissions(
            Map.of("Reader", role(allowing(List.of("dynamodb:GetItem"), List.of(TABLE)))));
    var calls = List.of(Call.of("dynamodb:GetItem", TABLE), Call.of("dynamodb:DeleteItem", TABLE));

    assertThatThrownBy(() -> permissions.require("Reader", calls))
        .hasMessageContaining("dynamodb:DeleteItem");
  }

  @Test
  void whoHasNoRoleIsTheDeveloper() {
    var permissions = new Permissions(Map.of("Reader", role()));

    permissions.require("local", Call.of("dynamodb:DeleteTable", TABLE));
    permissions.require(null, Call.of("dynamodb:DeleteTable", TABLE));

    assertThat(permissions.used()).isEmpty();
    assertThat(permissions.allows("Reader", Call.of("dynamodb:GetItem", TABLE))).isFalse();
  }

  @Test
  void whatWasNeededIsKnown() {
    var keys = Condition.of("ForAllValues:StringLike", KEYS, List.of("PUB#*", "LIST#*"));
    var permissions = new Permissions(Map.of("Reader", role(keyed("dynamodb:Query", keys))));

    permissions.require(
        "Reader", new Call("dynamodb:Query", TABLE, Map.of(KEYS, List.of("LIST#NEWEST"))));

    assertThat(permissions.used())
        .extracting(Use::part)
        .containsExactlyInAnyOrder("dynamodb:Query", TABLE, "LIST#*");
  }

  private static Role role(Statement... statements) {
    return new Role("Role", List.of(statements));
  }

  private static Statement allowing(List<String> actions, List<String> resources) {
    return new Statement("Allowing", true, actions, resources, List.of());
  }

  private static Statement keyed(String action, Condition... conditions) {
    return new Statement("Keyed", true, List.of(action), List.of(TABLE), List.of(conditions));
  }
}
