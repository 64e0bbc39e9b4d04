package extrablatt.storage;

import extrablatt.domain.TeaserId;
import extrablatt.domain.media.KnownPicture;
import extrablatt.domain.media.MediaBundle;
import extrablatt.domain.media.MediaLibrary;
import extrablatt.domain.media.MediaName;
import java.util.Collection;
import java.util.List;
import java.util.Optional;

/** What is known of media files, in DynamoDB. */
final class DynamoMediaLibrary implements MediaLibrary {
  private final Table table;

  DynamoMediaLibrary(Table table) {
    this.table = table;
  }

  @Override
  public Optional<MediaBundle> bundle(TeaserId teaser) {
    return table.get(Keys.bundle(teaser), true).map(BundleItem::read);
  }

  @Override
  public Optional<TeaserId> named(MediaName name) {
    return table.get(Keys.mediaName(name), true).map(BundleItem::readTeaser);
  }

  @Override
  public List<KnownPicture> pictures(Collection<String> ids) {
    var keys = ids.stream().distinct().map(Keys::mediaFile).toList();
    return table.getAll(keys).values().stream().map(PictureItem::read).toList();
  }
}
