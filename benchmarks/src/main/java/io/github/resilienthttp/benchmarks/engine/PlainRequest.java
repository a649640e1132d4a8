// SPDX-License-Identifier: Apache-2.0
package io.github.resilienthttp.benchmarks.engine;

import io.github.resilienthttp.call.RequestView;
import io.github.resilienthttp.hint.HeaderView;

/**
 * A GET to a host.
 *
 * @param host the host, in lower case
 */
public record PlainRequest(String host) implements RequestView {
    @Override
    public String method() {
        return "GET";
    }

    @Override
    public String scheme() {
        return "https";
    }

    @Override
    public int port() {
        return -1;
    }

    @Override
    public String path() {
        return "/";
    }

    @Override
    public HeaderView headers() {
        return CannedHeaders.PLAIN;
    }
}
