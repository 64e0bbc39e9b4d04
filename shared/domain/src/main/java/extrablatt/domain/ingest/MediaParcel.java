package extrablatt.domain.ingest;

import extrablatt.domain.Caller;
import extrablatt.domain.TeaserId;
import extrablatt.domain.media.MediaName;

/** For which teaser a file came in, and in whose name. */
record MediaParcel(Target target, Caller caller) {
  /** Which teaser it is. */
  sealed interface Target {
    /** One that is there. */
    record Known(TeaserId id) implements Target {}

    /** The one to which all files of a name belong; the first of them makes it. */
    record Named(MediaName name) implements Target {}
  }
}
