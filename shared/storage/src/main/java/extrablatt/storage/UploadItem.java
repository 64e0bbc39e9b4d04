package extrablatt.storage;

import extrablatt.domain.TeaserId;
import extrablatt.domain.media.Upload;
import extrablatt.domain.media.UploadKind;

/** An announced upload as a row: {@code UPLOAD#id}, {@code UPLOAD}. */
final class UploadItem {
  private static final String ID = "id";
  private static final String KIND = "kind";
  private static final String FILE_NAME = "fileName";
  private static final String CONTENT_TYPE = "contentType";
  private static final String SIZE = "size";
  private static final String TEASER = "teaser";
  private static final String LANGUAGE = "language";
  private static final String ANNOUNCED_BY = "announcedBy";
  private static final String ANNOUNCED_AT = "announcedAt";

  private UploadItem() {}

  static ItemWriter write(Upload upload) {
    return ItemWriter.at(Keys.upload(upload.id()))
        .text(ID, upload.id())
        .text(KIND, upload.kind().name())
        .text(FILE_NAME, upload.fileName())
        .text(CONTENT_TYPE, upload.contentType())
        .number(SIZE, upload.size())
        .text(TEASER, upload.teaser())
        .text(LANGUAGE, upload.language())
        .text(ANNOUNCED_BY, upload.announcedBy())
        .text(ANNOUNCED_AT, upload.announcedAt());
  }

  static Upload read(ItemReader item) {
    return new Upload(
        item.text(ID),
        UploadKind.valueOf(item.text(KIND)),
        item.text(FILE_NAME),
        item.text(CONTENT_TYPE),
        item.number(SIZE),
        item.readOrNull(TEASER, TeaserId::new),
        item.textOrNull(LANGUAGE),
        item.text(ANNOUNCED_BY),
        item.time(ANNOUNCED_AT));
  }
}
