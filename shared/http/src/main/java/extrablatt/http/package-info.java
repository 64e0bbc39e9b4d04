/**
 * HTTP for every function: the gateway's events as requests and responses, routing, problem
 * documents, lists, conditional requests, caching, and what the Newsroom API asks of each call.
 */
@NullMarked
package extrablatt.http;

import org.jspecify.annotations.NullMarked;
