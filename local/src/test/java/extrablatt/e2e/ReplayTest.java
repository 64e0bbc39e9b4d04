package extrablatt.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import extrablatt.local.Typed;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** {@code ./extrablatt replay}, from a refused drop to what readers get. */
@ExtendWith(OneStack.class)
final class ReplayTest {
  private final Stack stack;

  ReplayTest(Stack stack) {
    this.stack = stack;
  }

  @Test
  void whatWasRefusedIsTakenOnceItsLiveblogIsOpen() {
    var rejected = drop("nachspiel", "springflut");
    Liveblogs.opened(stack.newsroom(), "Springflut");

    var looked = replay("nachspiel", "--dry-run");
    var replayed = replay("nachspiel");
    var again = replay("nachspiel");

    assertThat(looked.code()).isZero();
    assertThat(looked.out()).contains(rejected, "1 would be replayed");
    assertThat(replayed.err()).isEmpty();
    assertThat(replayed.out()).contains(rejected, "1 accepted");
    assertThat(replayed.code()).isZero();
    assertThat(again.out()).isEqualToNormalizingNewlines("nothing to replay\n");
    assertThat(outcome(rejected)).isEqualTo("accepted");
  }

  @Test
  void whatIsStillWrongIsRefusedAgain() {
    var rejected = drop("unbelehrbar", "niemals-offen");

    var replayed = replay("unbelehrbar");

    assertThat(replayed.out()).contains(rejected, "1 rejected");
    assertThat(replayed.code()).isOne();
  }

  @Test
  void anotherKeyIsLeftAlone() {
    var rejected = drop("wartend", "noch-nicht-offen");

    var replayed = replay("wartend", "--key", "liveblogs/wartend/anders/stand.json");

    assertThat(replayed.out()).doesNotContain(rejected).contains("nothing to replay");
  }

  @Test
  void aTokenWithoutTheScopesIsOneLineThatSaysSo() {
    var typed = Typed.run("replay", "--to", stack.api().toString(), "--token", "no-token");

    assertThat(typed.code()).isOne();
    assertThat(typed.err()).hasLineCount(1).contains("was answered with 401");
  }

  @Test
  void anAddressNeedsItsToken() {
    assertThat(Typed.run("replay", "--to", "http://localhost").code()).isEqualTo(2);
  }

  private String drop(String provider, String liveblog) {
    var key = "liveblogs/" + provider + "/" + liveblog + "/stand.json";
    var body = "{\"guid\": \"stand\", \"version\": 1, \"headline\": \"Der Stand der Dinge\"}";
    var receipt = stack.drops().deliver(key, body);
    assertThat(receipt.path("outcome").asText()).isEqualTo("rejected");
    return receipt.path("id").asText();
  }

  private String outcome(String receipt) {
    var json = stack.newsroom().get("/newsroom/receipts/" + receipt).with(200).json();
    return json.path("outcome").asText();
  }

  private Typed replay(String provider, String... more) {
    var arguments = new String[9 + more.length];
    var fixed =
        new String[] {
          "replay",
          "--to",
          stack.api().toString(),
          "--token",
          stack.token(),
          "--outcome",
          "rejected",
          "--provider",
          provider
        };
    System.arraycopy(fixed, 0, arguments, 0, fixed.length);
    System.arraycopy(more, 0, arguments, fixed.length, more.length);
    return Typed.run(arguments);
  }
}
