package extrablatt.local.iam;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/**
 * Who may do what: each function has an access key of its own, and may do what its role allows.
 * Whoever has another key is the developer, who may do everything.
 */
public final class Permissions {
  private final Map<String, Role> roles;
  private final Set<Use> used = ConcurrentHashMap.newKeySet();

  /**
   * @param roles by the functions' logical ids, which are their access keys too
   */
  public Permissions(Map<String, Role> roles) {
    this.roles = Map.copyOf(roles);
  }

  /** Nobody has a role, so everybody may do everything. */
  public static Permissions none() {
    return new Permissions(Map.of());
  }

  /** The access keys of the functions that have a role. */
  public Set<String> accessKeys() {
    return roles.keySet();
  }

  /**
   * Lets all of these calls through, or none.
   *
   * @param accessKey null for whoever names none
   * @throws AccessDenied which names the first action that is not allowed
   */
  public void require(@Nullable String accessKey, Collection<Call> calls) {
    if (accessKey == null) return;
    var role = roles.get(accessKey);
    if (role == null) return;
    for (var call : calls) {
      if (!allows(role, call)) throw AccessDenied.to(accessKey, role, call);
    }
  }

  /** The same for one call. */
  public void require(@Nullable String accessKey, Call call) {
    require(accessKey, List.of(call));
  }

  /** Whether a call would be let through. */
  public boolean allows(@Nullable String accessKey, Call call) {
    var role = accessKey == null ? null : roles.get(accessKey);
    return role == null || allows(role, call);
  }

  private boolean allows(Role role, Call call) {
    var right = role.right(call);
    right.ifPresent(statement ->
        statement
            .needed(call)
            .forEach(part -> used.add(new Use(role.id(), statement.sid(), part))));
    return right.isPresent();
  }

  /** What was needed so far. */
  public Set<Use> used() {
    return Set.copyOf(used);
  }
}
