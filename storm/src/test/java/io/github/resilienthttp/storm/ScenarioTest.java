// SPDX-License-Identifier: Apache-2.0
package io.github.resilienthttp.storm;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.stream.Stream;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

class ScenarioTest {
    private static Arguments refused(ThrowingCallable what, String message) {
        return Arguments.of(message, what);
    }

    static Stream<Arguments> nonsense() {
        Scenario some = Scenarios.overload();
        Duration second = Duration.ofSeconds(1);
        return Stream.of(
                refused(() -> some.withClients(0), "clients 0: 1 to 1000 is allowed"),
                refused(() -> some.withClients(1001), "clients 1001: 1 to 1000 is allowed"),
                refused(() -> some.withCalls(Double.NaN, 1), "calm calls a second NaN: 0.1 to 100000 is allowed"),
                refused(() -> some.withCalls(1, 0), "storm calls a second 0: 0.1 to 100000 is allowed"),
                refused(() -> some.withClientTimeout(Duration.ZERO), "clientTimeout PT0S: above 0, up to 2 h"),
                refused(() -> some.lasting(second, second, second), "calm PT1S: whole seconds from 5 s to 2 h"),
                refused(
                        () -> some.lasting(Duration.ofSeconds(5), Duration.ofMillis(1500), second),
                        "storm PT1.5S: whole seconds from 1 s"),
                refused(
                        () -> some.lasting(Duration.ofSeconds(5), second, Duration.ofSeconds(29)),
                        "after PT29S: whole seconds from 30 s"),
                refused(() -> Scenarios.brownout(1.1, 1), "share 1.1: 0 to 1 is allowed"),
                refused(() -> Scenarios.brownout(1, 0.5), "slowdown 0.5: 1 to 1000 is allowed"),
                refused(() -> new WindowLimit(0, second, true), "requests 0: 1 to 100000000 is allowed"),
                refused(() -> new WindowLimit(1, Duration.ZERO, true), "window PT0S: whole seconds from 1 s"),
                refused(() -> ServerModel.workers(0, second, 1), "workers 0: 1 to 1000000 is allowed"),
                refused(() -> ServerModel.workers(1, second, -1), "queue -1: 0 to 1000000 is allowed"),
                refused(
                        () -> ServerModel.loadedLatency(second, second.negated()),
                        "perInFlight PT-1S: 0 to 2 h is allowed"),
                refused(
                        () -> ServerModel.workers(1, second, 1).withFailureRate(-0.1),
                        "failureRate -0.1: 0 to 1 is allowed"),
                refused(() -> Contenders.naive(-1), "retries -1: 0 to 20 is allowed"),
                refused(() -> Contenders.jittered(21), "retries 21: 0 to 20 is allowed"));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("nonsense")
    void nonsenseIsRefusedWithWhatIsAllowed(String message, ThrowingCallable what) {
        assertThatThrownBy(what).isInstanceOf(IllegalArgumentException.class).hasMessageContaining(message);
    }

    @Test
    void whatIsChangedIsTheOnlyThingThatIs() {
        Scenario overload = Scenarios.overload();
        assertThat(overload.withClients(3).withClients(1)).isEqualTo(overload);
        assertThat(overload.withCalls(50, 100)).isEqualTo(Scenarios.overload(50, 100));
        assertThat(overload.lasting(Duration.ofSeconds(5), Duration.ofSeconds(2), Duration.ofSeconds(30))
                        .length())
                .isEqualTo(Duration.ofSeconds(37));
        assertThat(overload.withWeather(Scenarios.outage().weather()).server()).isEqualTo(overload.server());
        assertThat(Scenarios.throttle().name()).isEqualTo("throttle");
        assertThat(Scenarios.throttleWithoutHint().name()).isEqualTo("throttle-without-hint");
    }
}
