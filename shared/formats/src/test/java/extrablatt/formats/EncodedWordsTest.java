package extrablatt.formats;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class EncodedWordsTest {
  @ParameterizedTest
  @CsvSource({
    "schlicht, schlicht",
    "=?UTF-8?B?S8O8c3Rl?=, Küste",
    "=?utf-8?q?K=C3=BCste_und_Meer?=, Küste und Meer",
    "=?ISO-8859-1?Q?K=FCste?=, Küste",
    "=?UTF-8?B?S8O8?= =?UTF-8?B?c3Rl?=, Küste",
    "vorn =?UTF-8?Q?=C3=BC?= hinten, vorn ü hinten",
    "=?UTF-8?Q?kaputt=?=, =?UTF-8?Q?kaputt=?=",
    "=?UTF-8?Q?kaputt=ZZ?=, =?UTF-8?Q?kaputt=ZZ?=",
    "=?nirgends?B?S8O8?=, =?nirgends?B?S8O8?=",
    "=?UTF-8?B?***?=, =?UTF-8?B?***?=",
    "=?UTF-8?Q?$1?=, $1",
    "a =? b, a =? b"
  })
  void encodedWordsAreDecodedAndAllElseStays(String encoded, String decoded) {
    assertThat(EncodedWords.decoded(encoded)).isEqualTo(decoded);
  }
}
