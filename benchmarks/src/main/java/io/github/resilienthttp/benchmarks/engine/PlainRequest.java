// SPDX-License-Identifier: Apache-2.0
package io.github.resilienthttp.benchmarks.engine;

import io.github.resilienthttp.call.RequestView;
import io.github.resilienthttp.hint.HeaderView;

/**
 * A request, as facts.
 *
 * @param method its method
 * @param scheme its scheme
 * @param host its host, in lower case
 * @param port its port; -1 for the scheme's
 * @param path its path
 * @param headers its header fields
 */
public record PlainRequest(String method, String scheme, String host, int port, String path, HeaderView headers)
        implements RequestView {
    /**
     * A GET to a host.
     *
     * @param host the host, in lower case
     */
    public PlainRequest(String host) {
        this("GET", "https", host, -1, "/", CannedHeaders.PLAIN);
    }
}
