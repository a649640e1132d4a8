// SPDX-License-Identifier: Apache-2.0
package io.github.resilienthttp.benchmarks.engine;

import io.github.resilienthttp.benchmarks.Subject;
import io.github.resilienthttp.hint.HeaderView;
import java.util.List;

/** A 429 that says in some form when to come back, given to the caller at once. */
final class Hint {
    private Hint() {}

    static Subject none() {
        return throttled(CannedHeaders.PLAIN, "");
    }

    static Subject field(String name, String value) {
        return throttled(CannedHeaders.with(name, value), "");
    }

    static Subject body(String json) {
        HeaderView headers =
                new CannedHeaders(List.of("Content-Type", "Server"), List.of("application/json", "canned"));
        return throttled(headers, json);
    }

    private static Subject throttled(HeaderView headers, String body) {
        CannedResponse response = new CannedResponse(429, headers, body);
        return Ours.of(Policies.hintsOnly().set("hint.headers", "X-Wait:ms"), new CannedExchange(List.of(response)));
    }
}
