package extrablatt.local.s3;

import static extrablatt.local.s3.RunningS3.DROP;
import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.Comparator;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import software.amazon.awssdk.core.sync.RequestBody;

final class ConcurrentDropsTest {
  private static final String KEY = "publish/demo/contended.txt";

  @Test
  void fiftyOverwritesOfOneKeyAreFiftyVersionsInTheOrderOfTheirSequencers(@TempDir Path folder)
      throws Exception {
    try (var s3 = new RunningS3(folder);
        var threads = Executors.newFixedThreadPool(10)) {
      Map<String, String> written = new ConcurrentHashMap<>();

      var writes =
          IntStream.range(0, 50)
              .<Callable<Void>>mapToObj(number ->
                  () -> {
                    var text = "text number " + number;
                    var answer = s3.put(s3.url("/drop/" + KEY), text);
                    var version = answer.headers().firstValue("x-amz-version-id");
                    written.put(version.orElseThrow(), text);
                    return null;
                  })
              .toList();
      for (var write : threads.invokeAll(writes)) {
        write.get();
      }

      var read = new HashMap<String, String>();
      for (var event : s3.events) {
        read.put(event.versionId(), s3.read(DROP, KEY, event.versionId()));
      }
      var last =
          s3.events.stream().max(Comparator.comparing(ObjectCreated::sequencer)).orElseThrow();
      var current = s3.find(DROP, KEY).orElseThrow();
      assertThat(s3.events).hasSize(50);
      assertThat(s3.events).extracting(ObjectCreated::sequencer).isSorted().doesNotHaveDuplicates();
      assertThat(read).isEqualTo(written).hasSize(50);
      assertThat(current).isEqualTo(written.get(last.versionId()));
    }
  }

  @Test
  void anSdkClientNeverNeedsToSendADropTwice() {
    try (var s3 = RunningS3.inMemory()) {
      for (var number = 0; number < 60; number++) {
        s3.client.putObject(put -> put.bucket(DROP).key(KEY), RequestBody.fromString("text"));
      }

      assertThat(s3.events).hasSize(60);
    }
  }

  @Test
  void aRestartKeepsObjectsVersionsAndTheOrderOfSequencers(@TempDir Path folder) {
    ObjectCreated before;
    try (var s3 = new RunningS3(folder)) {
      s3.put(s3.url("/drop/" + KEY), "before");
      before = s3.events.getFirst();
    }

    try (var s3 = new RunningS3(folder)) {
      assertThat(s3.find(DROP, KEY)).contains("before");
      assertThat(s3.events).isEmpty();
      s3.put(s3.url("/drop/" + KEY), "after");

      assertThat(s3.read(DROP, KEY, before.versionId())).isEqualTo("before");
      assertThat(s3.events.getFirst().sequencer()).isGreaterThan(before.sequencer());
    }
  }
}
