package extrablatt.local.disk;

import com.google.common.jimfs.Configuration;
import com.google.common.jimfs.Jimfs;
import java.nio.file.Path;

/** Folders that end with the process. */
public final class MemoryFolder {
  private MemoryFolder() {}

  public static Path create() {
    return Jimfs.newFileSystem(Configuration.unix()).getPath("/");
  }
}
