package extrablatt.videos;

import extrablatt.http.Response;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

/** An answer of the function, and what a test asks of it. */
record Answer(Response response) {
  int status() {
    return response.status();
  }

  String body() {
    return response.body().text();
  }

  String header(String name) {
    return response.header(name).orElse("");
  }

  /** The first value of a field, as it is written, without quotation marks. */
  String value(String field) {
    var values = values(field);
    return values.isEmpty() ? "" : values.getFirst();
  }

  /** All values of a field, wherever it stands. */
  List<String> values(String field) {
    var matcher =
        Pattern.compile("\"" + field + "\":(\"((?:[^\"\\\\]|\\\\.)*)\"|[^,}\\]]+)").matcher(body());
    var values = new ArrayList<String>();
    while (matcher.find())
      values.add(matcher.group(2) == null ? matcher.group(1) : matcher.group(2));
    return values;
  }

  /** Where something is wrong. */
  List<String> pointers() {
    return values("pointer");
  }
}
