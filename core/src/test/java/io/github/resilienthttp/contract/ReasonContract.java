// SPDX-License-Identifier: Apache-2.0
package io.github.resilienthttp.contract;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.resilienthttp.call.CallOptions;
import io.github.resilienthttp.decision.Reason;
import io.github.resilienthttp.testkit.Reply;
import java.time.Duration;
import org.junit.jupiter.api.Test;

/** Where several reasons forbid a retry, the first of their order is told. Each test has two neighbours of that order. */
public abstract class ReasonContract extends Contract {
    private static final String[] OPENS_AT_ONCE = {
        "circuit-breaker.minimum-calls=1", "circuit-breaker.window=1", "circuit-breaker.open-for=1m"
    };

    /** For subclasses. */
    protected ReasonContract() {}

    @Test
    void rejectedBeforeForbiddenByServer() {
        ContractScene scene = scene();
        scene.server().on("/").reply(Reply.status(409).header("x-should-retry", "false"), OK);

        assertEnded(scene, scene.send(VerdictContract.post(scene)), Reason.REJECTED, 1);
    }

    @Test
    void forbiddenByServerBeforeNotIdempotent() {
        ContractScene scene = scene();
        scene.server().on("/").reply(BUSY.header("x-should-retry", "false"), OK);

        assertEnded(scene, scene.send(VerdictContract.post(scene)), Reason.FORBIDDEN_BY_SERVER, 1);
    }

    @Test
    void notIdempotentBeforeNotReplayable() {
        needs(Trait.ONE_SHOT_BODY);
        ContractScene scene = scene();
        scene.server().on("/").reply(BUSY, OK);

        assertEnded(scene, scene.send(once(scene, "POST")), Reason.NOT_IDEMPOTENT, 1);
    }

    @Test
    void notReplayableBeforeAttemptsExhausted() {
        needs(Trait.ONE_SHOT_BODY);
        ContractScene scene = scene("retry.max-attempts=1");
        scene.server().on("/").reply(BUSY, OK);

        assertEnded(scene, scene.send(once(scene, "PUT")), Reason.NOT_REPLAYABLE, 1);
    }

    @Test
    void attemptsExhaustedBeforeHintTooLong() {
        ContractScene scene = scene("retry.max-attempts=1");
        scene.server().on("/").reply(BUSY.header("Retry-After", "3600"), OK);

        assertEnded(scene, scene.send("GET", "/"), Reason.ATTEMPTS_EXHAUSTED, 1);
    }

    @Test
    void attemptsExhaustedBeforeNoHint() {
        ContractScene scene = scene("retry.max-attempts=1");
        scene.server().on("/").reply(Reply.status(429), OK);

        assertEnded(scene, scene.send("GET", "/"), Reason.ATTEMPTS_EXHAUSTED, 1);
    }

    @Test
    void hintTooLongBeforeDeadline() {
        ContractScene scene = scene();
        scene.server().on("/").reply(BUSY.header("Retry-After", "3600"), OK);

        assertEnded(scene, scene.send(hasty(scene)), Reason.HINT_TOO_LONG, 1);
    }

    @Test
    void deadlineBeforeCircuitOpen() {
        ContractScene scene = scene(OPENS_AT_ONCE);
        scene.server().on("/").reply(MUCH_LATER, OK);

        assertEnded(scene, scene.send(hasty(scene)), Reason.DEADLINE, 1);
    }

    @Test
    void circuitOpenBeforeBudgetExhausted() {
        ContractScene scene = scene(
                "circuit-breaker.minimum-calls=3",
                "circuit-breaker.window=3",
                "circuit-breaker.failure-rate=60",
                "budget.capacity=1",
                "budget.deposit=0");
        scene.server().on("/").reply(BUSY, OK, BUSY, BUSY);

        assertThat(scene.send("GET", "/").reason()).isEqualTo(Reason.RECOVERED);
        assertThat(scene.send("GET", "/").reason()).isEqualTo(Reason.CIRCUIT_OPEN);
        assertThat(scene.server().requests()).hasSize(3);
    }

    @Test
    void budgetExhaustedIsToldLast() {
        ContractScene scene = scene("budget.capacity=1", "budget.deposit=0", "circuit-breaker.enabled=false");
        scene.server().on("/").reply(BUSY, OK, BUSY, OK);

        assertThat(scene.send("GET", "/").reason()).isEqualTo(Reason.RECOVERED);
        Ending ending = scene.send("GET", "/");
        assertThat(ending.reason()).isEqualTo(Reason.BUDGET_EXHAUSTED);
        assertThat(ending.text()).isEqualTo("busy");
        assertThat(scene.server().requests()).hasSize(3);
    }

    private static ContractRequest once(ContractScene scene, String method) {
        return scene.request(method, "/").with(ContractBody.Kind.ONCE, "ten");
    }

    private static ContractRequest hasty(ContractScene scene) {
        return scene.request("GET", "/").with(CallOptions.NONE.withDeadline(Duration.ofSeconds(2)));
    }
}
