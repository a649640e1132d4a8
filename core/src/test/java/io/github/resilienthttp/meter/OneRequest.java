// SPDX-License-Identifier: Apache-2.0
package io.github.resilienthttp.meter;

import io.github.resilienthttp.call.RequestView;
import io.github.resilienthttp.hint.HeaderView;

/** A request, as facts. */
record OneRequest(String method, String host) implements RequestView {
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
        return NoHeaders.INSTANCE;
    }
}
