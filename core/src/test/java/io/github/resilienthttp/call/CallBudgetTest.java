// SPDX-License-Identifier: Apache-2.0
package io.github.resilienthttp.call;

import static io.github.resilienthttp.call.CallScene.failure;
import static io.github.resilienthttp.call.CallScene.status;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import io.github.resilienthttp.decision.FailureKind;
import io.github.resilienthttp.decision.Outcome;
import io.github.resilienthttp.gate.Scope;
import java.util.stream.Stream;
import org.assertj.core.data.Offset;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** What each outcome earns, and what the attempt after it costs. */
class CallBudgetTest {
    private static final Offset<Double> EXACTLY = within(1e-9);

    private final CallScene scene =
            CallScene.with(builder -> builder.circuitBreakerEnabled(false).retryStatuses("5xx, !501, 408"));

    static Stream<Arguments> earnings() {
        return Stream.of(
                arguments(status(100), 0.1),
                arguments(status(200), 0.1),
                arguments(status(302), 0.1),
                arguments(status(400), 0.1),
                arguments(status(404, "Retry-After", "7"), 0.1),
                arguments(status(408), 0.1),
                arguments(status(429), 0),
                arguments(status(429, "Retry-After", "7"), 0),
                arguments(status(500), 0),
                arguments(status(501), 0),
                arguments(failure(FailureKind.UNREACHABLE), 0),
                arguments(failure(FailureKind.BROKEN), 0),
                arguments(failure(FailureKind.PROTOCOL), 0),
                arguments(failure(FailureKind.INVALID_REQUEST), 0),
                arguments(failure(FailureKind.LOCAL), 0),
                arguments(failure(FailureKind.ENDED), 0));
    }

    @ParameterizedTest
    @MethodSource("earnings")
    void anAnswerOfAServerThatIsWellEarns(Outcome outcome, double earned) {
        Call first = scene.sent("GET");
        Scope scope = first.scope();
        first.finished(1, status(429), false);
        first.close();
        for (int n = 0; n < 5; n++) {
            assertThat(scope.withdraw(scene.time.nanos())).isTrue();
        }

        scene.once(outcome);

        assertThat(tokens(scope)).isEqualTo(5 + earned, EXACTLY);
    }

    static Stream<Arguments> costs() {
        return Stream.of(
                arguments(status(408), 1),
                arguments(status(503), 1),
                arguments(status(503, "Retry-After", "2"), 1),
                arguments(status(429, "Retry-After", "1"), 0),
                arguments(status(429, "retry-after-ms", "999"), 1),
                arguments(failure(FailureKind.UNREACHABLE), 1),
                arguments(failure(FailureKind.BROKEN), 1));
    }

    @ParameterizedTest
    @MethodSource("costs")
    void anExtraAttemptCostsOneUnlessTheCooldownIsTheBrake(Outcome outcome, double paid) {
        Call call = scene.sent("GET");

        assertThat(call.finished(1, outcome, true)).isInstanceOf(Step.Wait.class);

        assertThat(tokens(call.scope())).isEqualTo(10 - paid, EXACTLY);
        call.close();
    }

    private double tokens(Scope scope) {
        return scope.state(scene.time.nanos()).budget() * 10;
    }
}
