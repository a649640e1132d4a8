// SPDX-License-Identifier: Apache-2.0
package io.github.resilienthttp.storm;

import io.github.resilienthttp.call.RequestView;
import io.github.resilienthttp.hint.HeaderView;

/** A request as facts, and the only one of a storm. */
record SimulatedRequest(String method, String scheme, String host, int port, String path, HeaderView headers)
        implements RequestView {
    static final SimulatedRequest GET =
            new SimulatedRequest("GET", "https", "server.example", -1, "/", RetryAfterOnly.NOTHING);
}
