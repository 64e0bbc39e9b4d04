package extrablatt.domain.ingest;

import extrablatt.domain.ingest.Reading.Enclosure;
import extrablatt.domain.media.KnownPicture;
import extrablatt.domain.media.MediaLibrary;
import extrablatt.domain.media.Upload;
import extrablatt.domain.media.UploadKind;
import extrablatt.domain.media.UploadStore;
import java.time.Clock;
import java.util.List;
import java.util.stream.Collectors;

/**
 * Sends pictures that came with documents the way of those that are uploaded: each is looked at,
 * gets its smaller versions and has a receipt of its own. One that is handed out already is not
 * sent again.
 */
public final class Enclosures {
  private final UploadStore uploads;
  private final MediaLibrary library;
  private final DropStore drops;
  private final Clock clock;

  public Enclosures(UploadStore uploads, MediaLibrary library, DropStore drops, Clock clock) {
    this.uploads = uploads;
    this.library = library;
    this.drops = drops;
    this.clock = clock;
  }

  /** Sends what is not handed out yet; done twice it does no harm. */
  void send(String provider, List<Enclosure> pictures) {
    if (pictures.isEmpty()) return;
    var ids = pictures.stream().map(picture -> picture.file().id()).toList();
    var known =
        library.pictures(ids).stream()
            .map(KnownPicture::file)
            .collect(Collectors.toUnmodifiableSet());
    for (var picture : pictures) {
      if (known.contains(picture.file())) continue;
      var upload = upload(provider, picture);
      uploads.announce(upload, null);
      drops.upload(upload, picture.bytes());
    }
  }

  private Upload upload(String provider, Enclosure picture) {
    var file = picture.file();
    return new Upload(
        file.id(),
        UploadKind.IMAGE,
        file.fileName(),
        picture.mediaType(),
        picture.bytes().length(),
        null,
        null,
        provider,
        clock.instant());
  }
}
