package extrablatt.storage;

import extrablatt.domain.Bytes;
import extrablatt.domain.ingest.DropStore;
import java.util.Arrays;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/** A bucket in memory, with one version of each object. */
final class InMemoryObjectStore implements ObjectStore {
  record Stored(Bytes bytes, @Nullable String contentType, Map<String, String> metadata) {}

  final Map<String, Stored> objects = new ConcurrentHashMap<>();

  @Override
  public void put(
      String key, Bytes bytes, @Nullable String contentType, Map<String, String> metadata) {
    objects.put(key, new Stored(bytes, contentType, metadata));
  }

  @Override
  public Optional<Bytes> get(String key) {
    return Optional.ofNullable(objects.get(key)).map(Stored::bytes);
  }

  @Override
  public Optional<Bytes> get(String key, String version, long limit) {
    return get(key);
  }

  @Override
  public Optional<DropStore.Head> head(String key, String version) {
    return Optional.ofNullable(objects.get(key))
        .map(stored ->
            new DropStore.Head(stored.bytes().length(), stored.contentType(), stored.metadata()));
  }

  @Override
  public boolean has(String key) {
    return objects.containsKey(key);
  }

  @Override
  public void copy(String key, String version, String target) {
    objects.computeIfAbsent(target, absent -> objects.get(key));
  }

  @Override
  public Optional<Bytes> range(String key, String version, long offset, int length) {
    return get(key)
        .map(bytes ->
            Bytes.of(
                Arrays.copyOfRange(
                    bytes.array(), (int) offset, (int) Math.min(offset + length, bytes.length()))));
  }

  @Override
  public void putForEver(String key, Bytes bytes, String contentType) {
    put(key, bytes, contentType, Map.of());
  }

  @Override
  public void copyFrom(
      ObjectStore other, String key, String version, String target, @Nullable String contentType) {
    other.get(key).ifPresent(bytes -> put(target, bytes, contentType, Map.of()));
  }
}
