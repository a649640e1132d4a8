// SPDX-License-Identifier: Apache-2.0
package io.github.resilienthttp.event;

import io.github.resilienthttp.stability.Experimental;

/**
 * What may be told of the request of one attempt; never its path or query.
 *
 * @param method the method as it goes out
 * @param scheme the scheme in lower case
 * @param host the host in lower case
 * @param port the port, or -1 for the scheme's own
 */
@Experimental
public record AttemptTarget(String method, String scheme, String host, int port) {}
