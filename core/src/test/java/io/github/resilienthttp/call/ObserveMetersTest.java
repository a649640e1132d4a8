// SPDX-License-Identifier: Apache-2.0
package io.github.resilienthttp.call;

import static io.github.resilienthttp.call.CallScene.assertDeliver;
import static io.github.resilienthttp.call.CallScene.status;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.resilienthttp.policy.Mode;
import org.junit.jupiter.api.Test;

/** In {@code observe}, decisions are counted as they would have been; what was sent, and how long it took, as it was. */
class ObserveMetersTest {
    private final MeterScene scene = MeterScene.with(settings -> settings.mode(Mode.OBSERVE));

    @Test
    void aRetryThatWouldHaveBeenMade() {
        Call call = scene.calls.sent("GET");
        assertDeliver(call.finished(1, status(503, "Retry-After", "2"), true));
        call.close();

        assertThat(scene.count("resilient.http.retries", "reason", "transient")).isEqualTo(1);
        assertThat(scene.count("resilient.http.hint", "honoured", "yes")).isEqualTo(1);
        assertThat(scene.count("resilient.http.attempts", "attempt", "retry")).isZero();
        assertThat(scene.count("resilient.http.attempts")).isEqualTo(1);
        assertThat(scene.count("resilient.http.calls", "outcome", "failed")).isEqualTo(1);
        assertThat(scene.count("resilient.http.retries.suppressed")).isZero();
    }

    @Test
    void aCallThatWouldHaveBeenRefused() {
        scene.calls.once(status(429, "Retry-After", "3600"));
        scene.calls.success();

        assertThat(scene.count("resilient.http.refusals", "reason", "cooling-down"))
                .isEqualTo(1);
        assertThat(scene.count("resilient.http.calls", "outcome", "success")).isEqualTo(1);
        assertThat(scene.count("resilient.http.calls", "outcome", "refused")).isZero();
        assertThat(scene.count("resilient.http.wait")).isZero();
        assertThat(scene.gauge("resilient.http.cooldown")).isEqualTo(3600);
    }
}
