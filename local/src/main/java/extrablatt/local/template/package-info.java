/**
 * What the local stack has to know of {@code template.yaml}, read and evaluated as CloudFormation
 * does.
 */
@NullMarked
package extrablatt.local.template;

import org.jspecify.annotations.NullMarked;
