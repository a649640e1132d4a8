// SPDX-License-Identifier: Apache-2.0
package io.github.resilienthttp.storm;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import tools.jackson.databind.JsonNode;

class AwsStandardTest {
    /** What stands for the longest wait: the published cases are without jitter. */
    private static final double LONGEST = 1;

    static Stream<JsonNode> cases() {
        return BudgetVectors.cases("aws");
    }

    @ParameterizedTest
    @MethodSource("cases")
    void theQuotaIsAsPublished(JsonNode vector) {
        AwsStandard quota =
                new AwsStandard(settings(vector), vector.get("tokens").intValue());
        RetryRule.OneCall call = quota.begin(0);
        for (JsonNode step : vector.get("steps")) {
            Reply reply = Reply.response(step.get(0).intValue());
            if (reply.well()) {
                call.succeeded();
                call = quota.begin(0);
            } else {
                boolean again = step.get(1).stringValue().equals("retry");
                long wait = again ? step.get(3).longValue() * 1_000_000 : RetryRule.GIVE_UP;
                assertThat(call.failed(reply, LONGEST, 0)).as("%s", step).isEqualTo(wait);
            }
            assertThat(quota.tokens()).as("%s", step).isEqualTo(step.get(2).intValue());
        }
    }

    @Test
    void thereAreCasesOfBothVersions() {
        assertThat(cases().map(vector -> vector.get("version").stringValue()))
                .hasSize(16)
                .contains("2.0", "2.1");
    }

    @Test
    void aCallThatNeededTwoRetriesCostsOneOfThem() {
        AwsStandard quota = new AwsStandard(AwsStandard.Settings.V20, 50);
        for (int left = 45; left >= 5; left -= 5) {
            RetryRule.OneCall call = quota.begin(0);
            call.failed(Reply.TIMED_OUT, LONGEST, 0);
            call.failed(Reply.TIMED_OUT, LONGEST, 0);
            call.succeeded();
            assertThat(quota.tokens()).isEqualTo(left);
        }
        RetryRule.OneCall tenth = quota.begin(0);
        assertThat(tenth.failed(Reply.TIMED_OUT, LONGEST, 0)).isPositive();
        assertThat(tenth.failed(Reply.TIMED_OUT, LONGEST, 0)).isEqualTo(RetryRule.GIVE_UP);
    }

    @Test
    void aSuccessWithoutARetryGivesOneToken() {
        AwsStandard quota = new AwsStandard(AwsStandard.Settings.V21, 486);
        quota.begin(0).succeeded();
        assertThat(quota.tokens()).isEqualTo(487);
    }

    private static AwsStandard.Settings settings(JsonNode vector) {
        AwsStandard.Settings version =
                vector.get("version").stringValue().equals("2.0") ? AwsStandard.Settings.V20 : AwsStandard.Settings.V21;
        return new AwsStandard.Settings(
                vector.get("maxAttempts").intValue(),
                version.tokens(),
                version.cost(),
                version.throttledCost(),
                new Jittered(
                        vector.get("baseMs").longValue(), vector.get("capMs").longValue()),
                version.throttledBackoff());
    }
}
