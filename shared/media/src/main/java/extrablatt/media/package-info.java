/** The probe, which looks into media files, and the making of smaller pictures. */
@NullMarked
package extrablatt.media;

import org.jspecify.annotations.NullMarked;
