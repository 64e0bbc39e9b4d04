package extrablatt.storage;

import extrablatt.domain.DocumentId;
import extrablatt.domain.Slug;
import extrablatt.domain.publishing.Commit;
import java.util.Map;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

/** Which document has a slug, as a row: {@code PUB#SLUG#kind#slug}, {@code SLUG}. */
final class SlugItem {
  private static final String ID = "id";

  private SlugItem() {}

  /** The write that takes a slug, on condition that no other document has it. */
  static Write taken(DocumentId id, Slug slug) {
    return Write.Put.of(
        ItemWriter.at(Keys.slug(id.kind(), slug)).text(ID, id.value()),
        new Expression(
            "attribute_not_exists(#pk) OR #id = :id",
            Map.of(":id", AttributeValue.fromS(id.value()))),
        Commit.Result.SLUG_TAKEN);
  }

  static String readId(ItemReader item) {
    return item.text(ID);
  }
}
