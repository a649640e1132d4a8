// SPDX-License-Identifier: Apache-2.0
package io.github.resilienthttp.storm;

import io.github.resilienthttp.call.RequestView;
import io.github.resilienthttp.hint.HeaderView;

/** The only request of a storm. */
enum SimulatedRequest implements RequestView {
    GET;

    @Override
    public String method() {
        return "GET";
    }

    @Override
    public String scheme() {
        return "https";
    }

    @Override
    public String host() {
        return "server.example";
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
        return RetryAfterOnly.NOTHING;
    }
}
