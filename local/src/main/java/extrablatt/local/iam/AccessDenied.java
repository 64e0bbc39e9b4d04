package extrablatt.local.iam;

/** A function's role does not allow what the function wants to do. */
public final class AccessDenied extends RuntimeException {
  private static final long serialVersionUID = 1;

  private AccessDenied(String message) {
    super(message);
  }

  /** In the words of AWS, so that whoever reads it there knows them from here. */
  static AccessDenied to(String function, Role role, Call call) {
    return new AccessDenied(
        "User: %s/%s is not authorized to perform: %s on resource: %s because no identity-based policy allows the %s action%s"
            .formatted(
                role.id(),
                function,
                call.action(),
                call.resource(),
                call.action(),
                call.context().isEmpty() ? "" : " with " + call.context()));
  }
}
