// SPDX-License-Identifier: Apache-2.0
package io.github.resilienthttp.call;

import static io.github.resilienthttp.call.CallScene.assertRefused;
import static io.github.resilienthttp.call.CallScene.assertSend;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.resilienthttp.decision.Reason;
import io.github.resilienthttp.policy.Policy;
import java.time.Duration;
import org.junit.jupiter.api.Test;

class ClientReplacedTest {
    private static final Policy ONE_AN_HOUR =
            Policy.builder("api").rateLimit(1, Duration.ofHours(1)).build();

    private final CallScene scene = CallScene.withDefaults();

    private void assertLimited(boolean limited) {
        Call call = scene.call();
        Step begun = call.begin(FakeRequest.of("GET"));
        if (limited) {
            assertRefused(begun, Reason.RATE_LIMITED);
        } else {
            assertSend(begun, 1);
        }
        call.close();
    }

    @Test
    void aScopeThatIsThereKeepsToTheNewPolicy() {
        scene.success();
        scene.client.replace(ONE_AN_HOUR);
        assertThat(scene.client.policy()).isEqualTo(ONE_AN_HOUR);
        scene.success();
        assertLimited(true);
    }

    @Test
    void aLookChangesNothing() {
        scene.client.check(ONE_AN_HOUR);
        scene.success();
        assertLimited(false);
    }

    @Test
    void thePolicyOfAnotherClientIsRefused() {
        Policy other = Policy.builder("other").build();
        assertThatThrownBy(() -> scene.client.check(other))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContainingAll("other", "api");
        assertThatThrownBy(() -> scene.client.replace(other)).isInstanceOf(IllegalArgumentException.class);
    }
}
