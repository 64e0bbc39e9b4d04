package extrablatt.storage;

import extrablatt.domain.publishing.Commit;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

/** One row's part of a transaction. */
sealed interface Write {
  /** Which row. */
  Key key();

  /** What it means that the row's condition fails; absent if it cannot fail on its own. */
  default Commit.@Nullable Result guard() {
    return null;
  }

  /** How many bytes it adds to the transaction, roughly and rather too many. */
  long size();

  /** A row is written whole, if its condition holds. */
  record Put(
      Map<String, AttributeValue> item,
      @Nullable Expression condition,
      Commit.@Nullable Result guard)
      implements Write {
    static Put of(ItemWriter item) {
      return new Put(item.attributes(), null, null);
    }

    static Put of(ItemWriter item, Expression condition, Commit.Result guard) {
      return new Put(item.attributes(), condition, guard);
    }

    @Override
    public Key key() {
      return Key.of(item);
    }

    @Override
    public long size() {
      return Sizes.of(item);
    }
  }

  /** Some attributes of a row are changed, if its condition holds. */
  record Update(Key key, Expression change, Expression condition, Commit.@Nullable Result guard)
      implements Write {
    @Override
    public long size() {
      return Sizes.of(key.attributes()) + Sizes.of(change.values());
    }
  }

  /** A row stays as it is, and has to be so. */
  record Check(Key key, Expression condition, Commit.@Nullable Result guard) implements Write {
    @Override
    public long size() {
      return Sizes.of(key.attributes());
    }
  }

  /** A row goes, if its condition holds; without one, if it is there. */
  record Delete(Key key, @Nullable Expression condition, Commit.@Nullable Result guard)
      implements Write {
    static Delete of(Key key) {
      return new Delete(key, null, null);
    }

    @Override
    public long size() {
      return Sizes.of(key.attributes());
    }
  }
}
