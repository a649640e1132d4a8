// SPDX-License-Identifier: Apache-2.0
package io.github.resilienthttp.contract;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.resilienthttp.call.CallOptions;
import io.github.resilienthttp.decision.CallOutcome;
import io.github.resilienthttp.decision.CircuitState;
import io.github.resilienthttp.decision.Reason;
import io.github.resilienthttp.decision.WaitSource;
import io.github.resilienthttp.testkit.Reply;
import io.github.resilienthttp.testkit.ScriptedServer;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Circuit breaker and rate limit: refused without a connection, and open again in time. */
public abstract class GateContract extends Contract {
    static final String[] BREAKER = {
        "retry.max-attempts=1",
        "circuit-breaker.minimum-calls=2",
        "circuit-breaker.window=2",
        "circuit-breaker.open-for=10s",
        "circuit-breaker.half-open-calls=1"
    };

    /** For subclasses. */
    protected GateContract() {}

    @Test
    void anOpenBreakerRefusesWithoutAConnection() {
        ContractScene scene = opened(this);
        int connections = scene.server().connectionCount();
        Instant before = Instant.now();

        Ending refused = scene.send("GET", "/");

        assertThat(refused.refusal().reason()).isEqualTo(Reason.CIRCUIT_OPEN);
        assertThat(refused.refusal().notBefore())
                .isBetween(before, Instant.now().plusSeconds(11));
        assertThat(refused.report().outcome()).isEqualTo(CallOutcome.REFUSED);
        assertThat(refused.report().attempts()).isEmpty();
        assertThat(scene.server().requestCount()).isEqualTo(2);
        assertThat(scene.server().connectionCount()).isEqualTo(connections);
    }

    @Test
    void itIsTriedAgainInTimeAndClosesWhenTheServerIsWell() {
        ContractScene scene = opened(this);
        scene.server().on("/well").reply(OK);
        scene.time().skip(Duration.ofSeconds(11));

        assertThat(scene.send("GET", "/well").text()).isEqualTo("done");
        assertThat(scene.state().circuit()).isEqualTo(CircuitState.CLOSED);
    }

    @ParameterizedTest
    @ValueSource(ints = {200, 400, 404, 429, 501})
    void whatIsNoFailureOfTheServerOpensNothing(int status) {
        ContractScene scene = scene(BREAKER);
        scene.server().on("/").reply(Reply.status(status));
        for (int i = 0; i < 4; i++) {
            assertThat(scene.send("GET", "/").status()).isEqualTo(status);
        }
        assertThat(scene.state().circuit()).isEqualTo(CircuitState.CLOSED);
    }

    @Test
    void aRetryIntoAnOpenBreakerIsNotMade() {
        ContractScene scene =
                scene("circuit-breaker.minimum-calls=2", "circuit-breaker.window=2", "circuit-breaker.open-for=1m");
        scene.server().on("/").reply(BUSY, BUSY, OK);

        Ending ending = scene.send("GET", "/");

        assertEnded(scene, ending, Reason.CIRCUIT_OPEN, 2);
        assertThat(ending.text()).isEqualTo("busy");
    }

    @Test
    void theRateLimitHoldsByTheServersClock() {
        ContractScene scene = scene("rate-limit.permits=2", "rate-limit.period=600ms");
        scene.server().on("/").reply(OK);
        for (int i = 0; i < 2; i++) {
            scene.send("GET", "/");
        }

        Ending third = scene.send("GET", "/");

        assertThat(scene.between(0, 2)).isBetween(Duration.ofMillis(600), SOON);
        assertThat(third.report().attempts().get(0).waitBeforeSource()).isEqualTo(WaitSource.RATE_LIMIT);
    }

    @Test
    void whereNoPermitComesInTimeACallIsRefused() {
        ContractScene scene = scene("rate-limit.permits=1", "rate-limit.period=1m");
        scene.server().on("/").reply(OK);
        scene.send("GET", "/");
        Instant before = Instant.now();

        Ending refused = scene.send("GET", "/");

        assertThat(refused.refusal().reason()).isEqualTo(Reason.RATE_LIMITED);
        assertThat(refused.refusal().notBefore())
                .isBetween(before.plusSeconds(50), Instant.now().plusSeconds(62));
        assertThat(scene.server().requestCount()).isEqualTo(1);
    }

    @Test
    void whereNoPermitIsLeftForARetryTheResponseIsDelivered() {
        ContractScene scene = scene("rate-limit.permits=1", "rate-limit.period=1m");
        scene.server().on("/").reply(BUSY, OK);

        Ending ending = scene.send("GET", "/");

        assertEnded(scene, ending, Reason.RATE_LIMITED, 1);
        assertThat(ending.text()).isEqualTo("busy");
    }

    @Test
    void thePermitOfACallThatWasNeverSentComesBack() {
        ContractScene scene = scene("rate-limit.permits=1", "rate-limit.period=1m", "retry.max-attempts=1");
        scene.server().on("/").reply(OK);
        CallOptions shared = CallOptions.NONE.withScope("shared");
        URI nobody = URI.create("http://127.0.0.1:" + ScriptedServer.refusedPort() + "/");

        Ending unsent = scene.send(ContractRequest.of("GET", nobody).with(shared));
        Ending sent = scene.send(scene.request("GET", "/").with(shared));

        assertThat(unsent.reason()).isEqualTo(Reason.ATTEMPTS_EXHAUSTED);
        assertThat(sent.text()).isEqualTo("done");
    }

    /** A scene whose breaker was opened by two requests. */
    static ContractScene opened(Contract contract, String... more) {
        ContractScene scene = contract.scene(4, builder -> {}, join(BREAKER, more));
        scene.server().on("/").reply(BUSY);
        scene.send("GET", "/");
        scene.send("GET", "/");
        assertThat(scene.state().circuit()).isEqualTo(CircuitState.OPEN);
        return scene;
    }

    private static String[] join(String[] some, String[] more) {
        return Stream.of(some, more).flatMap(Arrays::stream).toArray(String[]::new);
    }
}
