package extrablatt.storage;

import static org.assertj.core.api.Assertions.assertThat;

import extrablatt.domain.Bytes;
import extrablatt.domain.ingest.DropStore;
import extrablatt.domain.ingest.Source;
import java.util.Map;
import org.junit.jupiter.api.Test;

final class S3DropStoreTest {
  private static final Bytes TEXT = Bytes.utf8("a text");

  private final InMemoryObjectStore drop = new InMemoryObjectStore();
  private final InMemoryObjectStore content = new InMemoryObjectStore();
  private final DropStore store = new S3DropStore(drop, content);

  @Test
  void aDroppedObjectIsReadWithItsHead() {
    drop.put("publish/demo/a.txt", TEXT, "text/plain", Map.of("section", "Sport"));

    assertThat(store.head("publish/demo/a.txt", "1"))
        .contains(new DropStore.Head(6, "text/plain", Map.of("section", "Sport")));
    assertThat(store.read("publish/demo/a.txt", "1")).contains(TEXT);
    assertThat(store.read("publish/demo/b.txt", "1")).isEmpty();
  }

  @Test
  void anOriginalIsKeptInTheContentBucket() {
    store.keepOriginal("r1", "a.txt", new Source(TEXT, "a.txt", "text/plain", Map.of()));

    assertThat(content.get("originals/r1/a.txt")).contains(TEXT);
    assertThat(drop.objects).isEmpty();
  }

  @Test
  void aRejectedObjectIsCopiedWithItsProblemBesideIt() {
    drop.put("publish/demo/a.txt", TEXT, "text/plain", Map.of());

    store.reject("r1", "a.txt", "publish/demo/a.txt", "1", Bytes.utf8("{}"));

    assertThat(drop.objects)
        .containsOnlyKeys(
            "publish/demo/a.txt", "rejected/r1/a.txt", "rejected/r1/a.txt.problem.json");
    assertThat(content.objects).isEmpty();
  }
}
