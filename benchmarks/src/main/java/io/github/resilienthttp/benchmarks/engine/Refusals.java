// SPDX-License-Identifier: Apache-2.0
package io.github.resilienthttp.benchmarks.engine;

import io.github.resilienthttp.benchmarks.Subject;
import java.util.List;

/** Scopes that refuse every call, and have been driven there by what servers answered. */
final class Refusals {
    private static final int ENOUGH = 200;

    private Refusals() {}

    static Subject openBreaker() throws Exception {
        return driven(Ours.of(
                Policies.standard().set("retry.max-attempts", "1").set("circuit-breaker.open-for", "24h"), 503));
    }

    static Subject closedScope() throws Exception {
        CannedResponse throttled = new CannedResponse(429, CannedHeaders.with("Retry-After", "86400"), "");
        return driven(Ours.of(Policies.standard(), new CannedExchange(List.of(throttled))));
    }

    private static Subject driven(Subject subject) throws Exception {
        for (int n = 0; n < ENOUGH; n++) {
            if (subject.call(0) == 0) {
                return subject;
            }
        }
        throw new IllegalStateException("the scope refuses nothing");
    }
}
