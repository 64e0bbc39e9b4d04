/** An HTTP server that behaves like an API Gateway HTTP API with payload format 2.0. */
@NullMarked
package extrablatt.local.gateway;

import org.jspecify.annotations.NullMarked;
