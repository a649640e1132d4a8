// SPDX-License-Identifier: Apache-2.0
package io.github.resilienthttp.call;

/** A response of the {@link FakeExchange}; no two are the same. */
final class FakeResponse {
    final int status;
    final FakeHeaders headers;
    final String body;

    private FakeResponse(int status, FakeHeaders headers, String body) {
        this.status = status;
        this.headers = headers;
        this.body = body;
    }

    static FakeResponse of(int status, String... headers) {
        return new FakeResponse(status, FakeHeaders.of(headers), "");
    }

    static FakeResponse json(int status, String body) {
        return new FakeResponse(status, FakeHeaders.of("Content-Type", "application/json"), body);
    }
}
