/** The template's WebSocket API. */
@NullMarked
package extrablatt.local.sockets;

import org.jspecify.annotations.NullMarked;
