// SPDX-License-Identifier: Apache-2.0
package io.github.resilienthttp.call;

import static io.github.resilienthttp.call.CallScene.assertDeliver;
import static io.github.resilienthttp.call.CallScene.reasonOf;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.resilienthttp.decision.Reason;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The short way of a response whose body nobody looks at comes to the same as the long one. */
class CallAnsweredTest {
    private final CallScene scene = CallScene.with(settings -> settings.set("retry.statuses", "409,500,502"));

    @ParameterizedTest
    @CsvSource({
        "200, SUCCESS",
        "399, SUCCESS",
        "400, REJECTED",
        "408, REJECTED",
        "499, REJECTED",
        "501, PERMANENT",
    })
    void isHandedOverAndCounts(int status, Reason reason) {
        Call call = scene.sent("GET");
        assertDeliver(call.answered(1, status, FakeHeaders.of(), true));
        call.close();
        assertThat(reasonOf(call)).isEqualTo(reason);
        assertThat(call.report().attempts()).singleElement().returns(status, attempt -> attempt.status());
    }

    @ParameterizedTest
    @ValueSource(ints = {409, 429, 500, 502})
    void isSentAgainWhereThePolicySaysSo(int status) {
        Call call = scene.sent("GET");
        assertThat(call.answered(1, status, FakeHeaders.of("Retry-After", "1"), true))
                .isInstanceOf(Step.Wait.class);
        call.close();
    }

    @ParameterizedTest
    @CsvSource({"200, false", "428, false", "429, true", "430, false", "499, false", "500, true", "503, true"})
    void onlyABodyThatMayTellOfAThrottleOrAFaultIsLookedInto(int status, boolean wanted) {
        Call call = scene.sent("GET");
        assertThat(wanted(call, status, "application/json")).isEqualTo(wanted);
        assertThat(wanted(call, status, "text/html")).isFalse();
        call.close();
    }

    @Test
    void aBodyIsNotReadWhereNobodyKnowsJson() {
        CallScene plain = CallScene.withoutJson();
        Call call = plain.sent("GET");
        assertThat(wanted(call, 503, "application/json")).isFalse();
        call.close();
    }

    private boolean wanted(Call call, int status, String contentType) {
        return Looks.wantsBody(
                call, new FakeExchange(scene.time), FakeResponse.of(status, "Content-Type", contentType));
    }
}
