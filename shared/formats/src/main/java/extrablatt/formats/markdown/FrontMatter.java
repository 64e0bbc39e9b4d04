package extrablatt.formats.markdown;

import extrablatt.domain.Fault;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * The part of YAML that people write above their Markdown: keys with a value, a list, a block of
 * lines or a few keys of their own. What else YAML has is a fault, since guessing loses something.
 */
final class FrontMatter {
  private static final Pattern KEY =
      Pattern.compile("([A-Za-z][A-Za-z0-9_.-]*)\\s*:(?:\\s+(.*)|\\s*)");
  private static final Pattern FENCE = Pattern.compile("---\\s*");
  private static final Pattern END = Pattern.compile("(---|\\.\\.\\.)\\s*");

  /** What a value without a key of its own stands under. */
  private static final String ITSELF = "";

  private final List<String> lines;
  private final Map<String, List<Map<String, String>>> values = new LinkedHashMap<>();
  private final Map<String, Integer> places = new LinkedHashMap<>();
  private final List<Fault> faults = new ArrayList<>();
  private int next;
  private boolean isThere;

  private FrontMatter(List<String> lines) {
    this.lines = lines;
  }

  static FrontMatter of(List<String> lines) {
    var matter = new FrontMatter(lines);
    matter.read();
    return matter;
  }

  /** Whether lines begin with front matter. */
  static boolean begins(List<String> lines) {
    return !lines.isEmpty() && FENCE.matcher(lines.getFirst()).matches();
  }

  /** Everything that is wrong with it. */
  List<Fault> faults() {
    return faults;
  }

  /** What follows it. */
  String rest() {
    return String.join("\n", lines.subList(Math.min(next, lines.size()), lines.size()));
  }

  /** The keys in lower case, in their order. */
  Iterable<String> keys() {
    return values.keySet();
  }

  /** A fault at the line of a key. */
  Fault fault(String key, String detail) {
    return Fault.at(places.getOrDefault(key, 1), 1, detail);
  }

  /** The first value of a key, if it is a text. */
  @Nullable String text(String key) {
    var all = values.getOrDefault(key, List.of());
    return all.isEmpty() ? null : all.getFirst().get(ITSELF);
  }

  /** All values of a key that are texts. */
  List<String> texts(String key) {
    var texts = new ArrayList<String>();
    for (var value : values.getOrDefault(key, List.of())) {
      var text = value.get(ITSELF);
      if (text != null) texts.add(text);
    }
    return texts;
  }

  /** The values of a key, each with its own keys; a text stands under the name that is given. */
  List<Map<String, String>> maps(String key, String nameOfText) {
    var maps = new ArrayList<Map<String, String>>();
    for (var value : values.getOrDefault(key, List.of())) {
      var map = new LinkedHashMap<>(value);
      var text = map.remove(ITSELF);
      if (text != null) map.put(nameOfText, text);
      maps.add(map);
    }
    return maps;
  }

  /** Each value of a key as a text. */
  List<String> shown(String key) {
    return values.getOrDefault(key, List.of()).stream()
        .map(value ->
            value.containsKey(ITSELF) ? String.valueOf(value.get(ITSELF)) : value.toString())
        .toList();
  }

  private void read() {
    if (!begins(lines)) return;
    isThere = true;
    next = 1;
    while (next < lines.size()) {
      var line = lines.get(next);
      if (END.matcher(line).matches()) {
        next++;
        return;
      }
      if (isNothing(line)) next++;
      else entry(line);
    }
    faults.add(Fault.at(1, 1, "the front matter has no end: close it with a line of ---"));
  }

  boolean isThere() {
    return isThere;
  }

  private static boolean isNothing(String line) {
    return line.isBlank() || line.strip().startsWith("#");
  }

  private void entry(String line) {
    var key = KEY.matcher(line);
    if (!key.matches()) {
      fault(1, "is no key with a value: write it as key: value");
      next++;
      return;
    }
    var name = key.group(1).toLowerCase(Locale.ROOT);
    if (places.containsKey(name)) fault(1, "says " + name + " a second time");
    places.putIfAbsent(name, next + 1);
    var told = key.group(2) == null ? "" : key.group(2).strip();
    int column = line.length() - told.length() + 1;
    if (told.isEmpty() || told.startsWith("#")) {
      next++;
      values.put(name, below());
    } else if (told.matches("[|>][+-]?")) {
      next++;
      values.put(name, List.of(Map.of(ITSELF, lines(told.startsWith("|")))));
    } else if (told.startsWith("[")) {
      values.put(name, inLine(told, column));
      next++;
    } else {
      values.put(name, List.of(Map.of(ITSELF, scalar(told, column))));
      next++;
    }
  }

  /** An indented list or indented keys. */
  private List<Map<String, String>> below() {
    var items = new ArrayList<Map<String, String>>();
    while (next < lines.size()) {
      var line = lines.get(next);
      if (isNothing(line)) {
        next++;
        continue;
      }
      var told = line.strip();
      boolean isItem = told.startsWith("- ") || told.equals("-");
      if (!isItem && !Character.isWhitespace(line.charAt(0))) break;
      if (END.matcher(line).matches()) break;
      if (isItem) {
        items.add(new LinkedHashMap<>());
        told = told.substring(1).strip();
      } else if (items.isEmpty()) items.add(new LinkedHashMap<>());
      add(items.getLast(), told, line.length() - told.length() + 1);
      next++;
    }
    items.removeIf(Map::isEmpty);
    return items;
  }

  private void add(Map<String, String> item, String told, int column) {
    if (told.isEmpty()) return;
    var key = KEY.matcher(told);
    if (key.matches() && !told.startsWith("\"") && !told.startsWith("'")) {
      var value = key.group(2) == null ? "" : key.group(2).strip();
      item.put(key.group(1).toLowerCase(Locale.ROOT), value.isEmpty() ? "" : scalar(value, column));
    } else item.merge(ITSELF, scalar(told, column), (before, more) -> before + " " + more);
  }

  /** The lines that are indented; joined unless their ends count. */
  private String lines(boolean endsCount) {
    var block = new ArrayList<String>();
    while (next < lines.size()) {
      var line = lines.get(next);
      if (!line.isBlank() && !Character.isWhitespace(line.charAt(0))) break;
      block.add(line.strip());
      next++;
    }
    return String.join(endsCount ? "\n" : " ", block).strip();
  }

  private List<Map<String, String>> inLine(String told, int column) {
    var list = told.replaceFirst("\\s+#.*$", "");
    if (!list.endsWith("]")) {
      fault(column, "has no closing bracket");
      return List.of();
    }
    var items = new ArrayList<Map<String, String>>();
    var item = new StringBuilder();
    char quote = 0;
    for (char c : list.substring(1, list.length() - 1).toCharArray()) {
      if (quote == 0 && c == ',') {
        addItem(item, items, column);
        continue;
      }
      if (quote == 0 && (c == '"' || c == '\'') && item.toString().isBlank()) quote = c;
      else if (c == quote) quote = 0;
      item.append(c);
    }
    addItem(item, items, column);
    return items;
  }

  private void addItem(StringBuilder item, List<Map<String, String>> items, int column) {
    var told = item.toString().strip();
    item.setLength(0);
    if (!told.isEmpty()) items.add(Map.of(ITSELF, scalar(told, column)));
  }

  private String scalar(String told, int column) {
    char first = told.charAt(0);
    if (first == '"' || first == '\'') {
      int end = closing(told, first);
      if (end < 0) {
        fault(column, "has no closing quote");
        return told;
      }
      var inside = told.substring(1, end);
      return first == '\''
          ? inside.replace("''", "'")
          : inside.replace("\\n", "\n").replace("\\\"", "\"").replace("\\\\", "\\");
    }
    if ("&*!{%@`".indexOf(first) >= 0) {
      fault(column, "is YAML that is not taken in here: put the value into quotes");
      return told;
    }
    return told.replaceFirst("\\s+#.*$", "").strip();
  }

  private static int closing(String told, char quote) {
    for (int i = 1; i < told.length(); i++) {
      char c = told.charAt(i);
      if (quote == '"' && c == '\\') i++;
      else if (c == quote && quote == '\'' && i + 1 < told.length() && told.charAt(i + 1) == '\'')
        i++;
      else if (c == quote) return i;
    }
    return -1;
  }

  private void fault(int column, String detail) {
    faults.add(Fault.at(next + 1, Math.max(1, column), detail));
  }
}
