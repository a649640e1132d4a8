// SPDX-License-Identifier: Apache-2.0
package io.github.resilienthttp.storm;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

class GrpcThrottleTest {
    @Test
    void theTokensAreAsPublished() {
        JsonNode vector = BudgetVectors.of("grpc");
        GrpcThrottle throttle = new GrpcThrottle(
                1, vector.get("maxTokens").intValue(), vector.get("tokenRatio").doubleValue());
        for (JsonNode step : vector.get("steps")) {
            RetryRule.OneCall call = throttle.begin(0);
            if (step.get(0).stringValue().equals("failure")) {
                boolean again = call.failed(Reply.TIMED_OUT, 0, 0) != RetryRule.GIVE_UP;
                assertThat(again).as("%s", step).isEqualTo(step.get(2).booleanValue());
            } else {
                call.succeeded();
            }
            assertThat(throttle.tokens()).as("%s", step).isEqualTo(step.get(1).doubleValue());
            assertThat(throttle.allows()).as("%s", step).isEqualTo(step.get(2).booleanValue());
        }
    }

    @Test
    void fourFailuresAreRetriedAndThenNoneUntilMoreThanHalfIsThere() {
        GrpcThrottle throttle = new GrpcThrottle(2, 10, 0.1);
        int retried = 0;
        for (int n = 0; n < 20; n++) {
            retried += throttle.begin(0).failed(Reply.TIMED_OUT, 0, 0) == RetryRule.GIVE_UP ? 0 : 1;
        }
        assertThat(retried).isEqualTo(4);
        for (int n = 0; n < 50; n++) {
            throttle.begin(0).succeeded();
        }
        assertThat(throttle.allows()).as("just half of them").isFalse();
    }
}
