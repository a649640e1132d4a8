// SPDX-License-Identifier: Apache-2.0
package io.github.resilienthttp.call;

import io.github.resilienthttp.hint.HeaderView;

/** A request to https://api.example, unless told otherwise, as facts. */
record FakeRequest(String method, String scheme, String host, int port, String path, HeaderView headers)
        implements RequestView {
    FakeRequest(String method, String host, String path, HeaderView headers) {
        this(method, "https", host, -1, path, headers);
    }

    static FakeRequest of(String method, String... headers) {
        return new FakeRequest(method, "api.example", "/things/7", FakeHeaders.of(headers));
    }

    FakeRequest to(String otherHost) {
        return new FakeRequest(method, scheme, otherHost, port, path, headers);
    }
}
