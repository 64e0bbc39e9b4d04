/** The Lambda functions of the template, run in this JVM as the Lambda runtime runs them. */
@NullMarked
package extrablatt.local.functions;

import org.jspecify.annotations.NullMarked;
