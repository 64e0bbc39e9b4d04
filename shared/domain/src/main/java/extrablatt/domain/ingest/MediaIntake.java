package extrablatt.domain.ingest;

import extrablatt.domain.media.MediaLibrary;
import extrablatt.domain.media.MediaStore;
import extrablatt.domain.media.PictureScaler;
import extrablatt.domain.media.Probe;
import extrablatt.domain.media.UploadStore;
import extrablatt.domain.videos.TeaserDesk;
import extrablatt.domain.videos.TeaserForms;

/** What it takes to take media files in. */
public record MediaIntake(
    MediaStore files,
    MediaLibrary library,
    UploadStore uploads,
    Probe probe,
    PictureScaler scaler,
    TeaserDesk desk,
    TeaserForms forms,
    TeaserDelivery.Reader metadata) {}
