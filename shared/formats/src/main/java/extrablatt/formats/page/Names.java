package extrablatt.formats.page;

import extrablatt.formats.foreign.Fields;
import extrablatt.formats.foreign.ForeignArticle;
import java.util.ArrayList;
import java.util.List;

/** Names of things, or texts in their place. */
final class Names {
  private Names() {}

  /** What else the things say is kept beside the article. */
  static List<String> of(Fields fields, String name, ForeignArticle article) {
    fields.done(name);
    var names = new ArrayList<>(fields.object().texts(name));
    for (var thing : fields.object().objects(name)) {
      var told = thing.text("name") == null ? thing.text("text") : thing.text("name");
      if (told != null) names.add(told);
      article.extras(name, thing, "@type", "@id", thing.text("name") == null ? "text" : "name");
    }
    return names;
  }
}
