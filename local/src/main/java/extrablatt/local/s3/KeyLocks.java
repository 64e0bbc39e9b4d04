package extrablatt.local.s3;

import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Supplier;
import java.util.stream.IntStream;

/** Lets the writes of one key follow each other; keys share a fixed number of locks. */
final class KeyLocks {
  private final ReentrantLock[] locks =
      IntStream.range(0, 256).mapToObj(_ -> new ReentrantLock()).toArray(ReentrantLock[]::new);

  <T> T during(String bucket, String key, Supplier<T> write) {
    var lock = locks[Math.floorMod((bucket + "/" + key).hashCode(), locks.length)];
    lock.lock();
    try {
      return write.get();
    } finally {
      lock.unlock();
    }
  }
}
