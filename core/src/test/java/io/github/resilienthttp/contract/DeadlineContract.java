// SPDX-License-Identifier: Apache-2.0
package io.github.resilienthttp.contract;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.resilienthttp.call.CallOptions;
import io.github.resilienthttp.decision.Reason;
import io.github.resilienthttp.decision.Verdict;
import io.github.resilienthttp.testkit.Fate;
import io.github.resilienthttp.testkit.Reply;
import java.time.Duration;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The deadline of a call in each of its phases. What would overrun would do so by 10 s and more. */
public abstract class DeadlineContract extends Contract {
    private static final Duration DEADLINE = Duration.ofMillis(400);

    /** For subclasses. */
    protected DeadlineContract() {}

    @Test
    void beforeSendingACallIsRefusedAtOnce() {
        ContractScene scene = scene("retry.max-attempts=1");
        scene.server().on("/").reply(Reply.status(429).header("Retry-After", "4"), OK);
        scene.send("GET", "/");
        long start = System.nanoTime();

        Ending refused = scene.send(within(scene, "GET", DEADLINE));

        assertThat(refused.refusal().reason()).isEqualTo(Reason.COOLING_DOWN);
        assertThat(sinceNanos(start)).isLessThan(Duration.ofSeconds(3));
        assertThat(scene.server().requestCount()).isEqualTo(1);
    }

    @Test
    void aWaitThatWouldEndLaterIsNotBegun() {
        ContractScene scene = scene();
        scene.server().on("/").reply(MUCH_LATER, OK);
        long start = System.nanoTime();

        Ending ending = scene.send(within(scene, "GET", Duration.ofSeconds(14)));

        assertEnded(scene, ending, Reason.DEADLINE, 1);
        assertThat(ending.text()).isEqualTo("later");
        assertThat(sinceNanos(start)).isLessThan(SOON);
    }

    @Test
    void aWaitThatWouldLeaveNoUsefulAttemptIsNotBegun() {
        ContractScene scene = scene();
        scene.server().on("/").reply(BUSY.header("retry-after-ms", "1000"), OK);

        // With its jitter cut to nothing the wait fits, but leaves less than 50 ms.
        Ending ending = scene.send(within(scene, "GET", Duration.ofMillis(1040)));

        assertEnded(scene, ending, Reason.DEADLINE, 1);
    }

    static Stream<Reply> endlessHeads() {
        return Stream.of(
                Reply.nothing(Fate.SILENCE),
                OK.dripHead(Duration.ofMillis(100)),
                Reply.status(200).endlessHead().dripHead(Duration.ofMillis(5)));
    }

    @ParameterizedTest
    @MethodSource("endlessHeads")
    void waitingForTheHeadEndsHoweverSlowlyBytesDrip(Reply endless) {
        needs(Trait.CUTS_HEAD);
        ContractScene scene = scene();
        scene.server().on("/").reply(endless, OK);
        long start = System.nanoTime();

        Ending ending = scene.send(within(scene, "GET", DEADLINE));

        assertThat(sinceNanos(start)).isBetween(DEADLINE, SOON);
        assertEnded(scene, ending, Reason.DEADLINE, 1);
        assertThat(FailureContract.verdicts(ending)).containsExactly(Verdict.ENDED);
        assertThat(ending.failure()).isNotNull();
    }

    @Test
    void sendingABodyThatGetsStuckEnds() {
        needs(Trait.CUTS_SENDING);
        ContractScene scene = scene();
        scene.server().on("/").reply(Reply.nothing(Fate.DEAF).early());
        long start = System.nanoTime();

        Ending ending =
                scene.send(within(scene, "PUT", DEADLINE).with(ContractBody.Kind.REPEATABLE, new byte[30_000_000]));

        assertThat(sinceNanos(start)).isLessThan(SOON);
        assertThat(ending.failure()).isNotNull();
        assertThat(ending.reason()).isEqualTo(Reason.DEADLINE);
        assertThat(scene.server().requestCount()).isLessThanOrEqualTo(1);
    }

    /** The response is gone by then, and still told of. */
    @Test
    void discardingTakesFromTheTimeOfTheCall() {
        needs(Trait.HTTP_1);
        ContractScene scene = scene("discard.max-time=1300ms");
        Reply endless = BUSY.header("X-Which", "first").chunked().endlessBody().dripBody(Duration.ofMillis(20));
        scene.server().on("/").reply(endless, OK);

        Ending ending = scene.send(within(scene, "GET", DEADLINE.multipliedBy(2)));

        assertEnded(scene, ending, Reason.DEADLINE, 1);
        assertThat(ending.refusal().status()).isEqualTo(503);
        assertThat(ending.refusal().response().headers()).containsKey("x-which");
    }

    @Test
    void theTimeForReadingTheBodyIsTheCallers() {
        needs(Trait.STREAMS_RESPONSES);
        Duration headTime = Duration.ofMillis(600);
        ContractScene scene = scene("timeout.attempt=600ms");
        scene.server().on("/").reply(Reply.ok("0123456789").dripBody(Duration.ofMillis(80)));

        Ending ending = scene.send(within(scene, "GET", headTime));

        assertThat(ending.text()).as("%s", ending).isEqualTo("0123456789");
        assertThat(ending.reason()).isEqualTo(Reason.SUCCESS);
    }

    static ContractRequest within(ContractScene scene, String method, Duration deadline) {
        return scene.request(method, "/").with(CallOptions.NONE.withDeadline(deadline));
    }

    static Duration sinceNanos(long start) {
        return Duration.ofNanos(System.nanoTime() - start);
    }
}
