package extrablatt.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import extrablatt.domain.PageRequest;
import java.util.Base64;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class CursorsTest {
  private static final String LIST = "articles?section=Politik";
  private static final String POSITION = "2026-11-22T12:00:00Z#01JD9ZQ4M8T3V5W6X7Y8Z9A0B1#3";

  private final Cursors cursors = Cursors.from(Map.of("CURSOR_SECRET", "one"));

  @Test
  void cursorOpensToItsPosition() {
    var cursor = cursors.seal(LIST, POSITION);

    assertThat(cursor).matches("[A-Za-z0-9_-]+");
    assertThat(cursors.open(LIST, cursor)).isEqualTo(POSITION);
    assertThat(cursors.seal(LIST, POSITION)).isEqualTo(cursor);
  }

  @Test
  void cursorOfAnotherListOrSecretIsRefused() {
    var cursor = cursors.seal(LIST, POSITION);
    var others = Cursors.from(Map.of("CURSOR_SECRET", "two"));

    refused("articles?section=Politi", cursor);
    refused("articles", cursor);
    assertThatThrownBy(() -> others.open(LIST, cursor)).isInstanceOf(Refusal.class);
  }

  @Test
  void everyChangedCharacterIsNoticed() {
    var cursor = cursors.seal(LIST, POSITION);

    for (int i = 0; i < cursor.length(); i++) {
      for (char other : new char[] {'A', 'B', '_'}) {
        if (cursor.charAt(i) != other)
          refused(LIST, cursor.substring(0, i) + other + cursor.substring(i + 1));
      }
      refused(LIST, cursor.substring(0, i));
    }
    refused(LIST, cursor + "A");
  }

  @Test
  void noOtherPairOfListAndPositionHasTheSameSeal() {
    var cursor = cursors.seal("ab", "c");
    var bytes = Base64.getUrlDecoder().decode(cursor);
    var moved = new byte[bytes.length + 1];
    System.arraycopy(bytes, 0, moved, 0, 16);
    moved[16] = 'b';
    moved[17] = 'c';

    refused("a", Base64.getUrlEncoder().withoutPadding().encodeToString(moved));
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "x", "!", "====", "AAAA", "ä", "AAAAAAAAAAAAAAAAAAAAAA", "a b"})
  void garbageIsRefused(String garbage) {
    refused(LIST, garbage);
  }

  @Test
  void pageBeginsAfterThePositionOfTheCursor() {
    var cursor = cursors.seal(LIST, POSITION);
    var request = Request.of("GET /articles", "/articles");
    var first = Parameters.of(request, "limit", "cursor");
    var second = Parameters.of(request.withQuery("limit=5&cursor=" + cursor), "limit", "cursor");

    assertThat(cursors.page(LIST, first)).isEqualTo(new PageRequest(20, null));
    assertThat(cursors.page(LIST, second)).isEqualTo(new PageRequest(5, POSITION));
  }

  @Test
  void missingSecretIsNamed() {
    assertThatThrownBy(() -> Cursors.from(Map.of("CURSOR_SECRET", " ")))
        .hasMessageContaining("CURSOR_SECRET");
  }

  private void refused(String list, String cursor) {
    assertThatThrownBy(() -> cursors.open(list, cursor))
        .isInstanceOf(Refusal.class)
        .hasMessageContaining("cursor");
  }
}
