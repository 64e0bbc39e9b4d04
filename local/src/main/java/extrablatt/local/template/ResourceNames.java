package extrablatt.local.template;

import org.jspecify.annotations.Nullable;

/** What {@code Ref} and {@code GetAtt} of a resource are in the stack that is being made. */
public interface ResourceNames {

  /**
   * What {@code !Ref logicalId} gives: the name of a table or bucket, the URL of a queue; null
   * where the stack has none.
   */
  @Nullable String reference(String logicalId, String type);

  /** What {@code !GetAtt logicalId.attribute} gives; null where the stack has none. */
  @Nullable String attribute(String logicalId, String type, String attribute);
}
