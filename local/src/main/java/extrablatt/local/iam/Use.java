package extrablatt.local.iam;

/**
 * A part of a role's statement that some call needed.
 *
 * @param part an action, a resource, or the value of a condition, as the template has it
 */
public record Use(String role, String sid, String part) {}
