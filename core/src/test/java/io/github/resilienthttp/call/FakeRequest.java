// SPDX-License-Identifier: Apache-2.0
package io.github.resilienthttp.call;

import io.github.resilienthttp.hint.HeaderView;

/** A request to https://api.example, as facts. */
record FakeRequest(String method, String host, String path, HeaderView headers) implements RequestView {
    static FakeRequest of(String method, String... headers) {
        return new FakeRequest(method, "api.example", "/things/7", FakeHeaders.of(headers));
    }

    FakeRequest to(String otherHost) {
        return new FakeRequest(method, otherHost, path, headers);
    }

    @Override
    public String scheme() {
        return "https";
    }

    @Override
    public int port() {
        return -1;
    }
}
