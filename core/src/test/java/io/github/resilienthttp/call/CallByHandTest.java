// SPDX-License-Identifier: Apache-2.0
package io.github.resilienthttp.call;

import static io.github.resilienthttp.call.CallScene.assertRefused;
import static io.github.resilienthttp.call.CallScene.status;

import io.github.resilienthttp.decision.Reason;
import io.github.resilienthttp.gate.Scope;
import java.time.Duration;
import org.junit.jupiter.api.Test;

/** What an operator does to a scope, as calls see it. */
class CallByHandTest {
    private static final FakeRequest GET = FakeRequest.of("GET");

    private final CallScene scene = CallScene.withDefaults();

    private Scope scope() {
        return scene.client.scopes().all().iterator().next();
    }

    private void assertRefuses(Reason reason) {
        Call call = scene.call();
        assertRefused(call.begin(GET), reason);
        call.close();
    }

    @Test
    void aScopeThatIsClosedForWeeksIsReopened() {
        scene.once(status(429, "Retry-After", "2592000"));
        assertRefuses(Reason.COOLING_DOWN);

        scope().reopen(scene.time.nanos());

        scene.success();
    }

    @Test
    void aScopeIsIsolatedUntilItIsClosedByHand() {
        scene.success();
        scope().isolate();
        assertRefuses(Reason.CIRCUIT_OPEN);
        scene.time.advance(Duration.ofDays(1));
        assertRefuses(Reason.CIRCUIT_OPEN);

        scope().closeCircuit();

        scene.success();
    }
}
