package extrablatt.storage;

import extrablatt.domain.media.Upload;
import extrablatt.domain.media.UploadStore;
import extrablatt.domain.publishing.Commit;
import extrablatt.domain.publishing.KeptAnswer;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Announced uploads, in DynamoDB. */
final class DynamoUploadStore implements UploadStore {
  private final Table table;

  DynamoUploadStore(Table table) {
    this.table = table;
  }

  @Override
  public boolean announce(Upload upload, @Nullable KeptAnswer answer) {
    var transaction = new Transaction();
    transaction.add(Write.Put.of(UploadItem.write(upload)));
    if (answer != null)
      transaction.add(
          AnswerItem.answered(answer, new Body.Kept.Inside(Gzip.compressed(answer.answer()))));
    return table.transact(transaction) == Commit.Result.DONE;
  }

  @Override
  public Optional<Upload> find(String id) {
    return table.get(Keys.upload(id), true).map(UploadItem::read);
  }
}
