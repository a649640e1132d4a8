// SPDX-License-Identifier: Apache-2.0
package io.github.resilienthttp.contract;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.resilienthttp.call.CallOptions;
import io.github.resilienthttp.decision.Reason;
import io.github.resilienthttp.decision.Verdict;
import io.github.resilienthttp.testkit.Blackhole;
import io.github.resilienthttp.testkit.Fate;
import io.github.resilienthttp.testkit.Reply;
import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** One attempt is bounded up to its response head, and what that means depends on how far it came. */
public abstract class AttemptTimeoutContract extends Contract {
    private static final Duration LIMIT = Duration.ofMillis(600);
    private static final String SHORT = "timeout.attempt=600ms";

    /** For subclasses. */
    protected AttemptTimeoutContract() {}

    static Stream<Reply> endlessHeads() {
        return DeadlineContract.endlessHeads();
    }

    @ParameterizedTest
    @MethodSource("endlessHeads")
    void anAttemptThatWasCutMayHaveBeenActedOn(Reply endless) {
        needs(Trait.CUTS_HEAD);
        ContractScene scene = scene(SHORT);
        scene.server().on("/").reply(endless, OK);
        long start = System.nanoTime();

        Ending post = scene.send(VerdictContract.post(scene));

        assertThat(DeadlineContract.sinceNanos(start)).isBetween(LIMIT, SOON);
        assertEnded(scene, post, Reason.NOT_IDEMPOTENT, 1);
        assertThat(FailureContract.verdicts(post)).containsExactly(Verdict.BROKEN);
        assertThat(post.causes()).contains(post.report().attempts().get(0).failure());
    }

    @Test
    void anIdempotentRequestThatWasCutIsSentAgain() {
        needs(Trait.CUTS_HEAD);
        ContractScene scene = scene(SHORT);
        scene.server().on("/").reply(Reply.nothing(Fate.SILENCE), OK);
        long start = System.nanoTime();

        Ending get = scene.send("GET", "/");

        assertEnded(scene, get, Reason.RECOVERED, 2);
        assertThat(DeadlineContract.sinceNanos(start)).isBetween(LIMIT, SOON);
    }

    @Test
    void aRequestBodyThatGetsStuckIsCut() {
        needs(Trait.CUTS_SENDING);
        ContractScene scene = scene(SHORT, "retry.max-attempts=1");
        scene.server().on("/").reply(Reply.nothing(Fate.DEAF).early());
        byte[] large = new byte[30_000_000];

        Ending ending = scene.send(scene.request("PUT", "/").with(ContractBody.Kind.REPEATABLE, large));

        assertThat(FailureContract.verdicts(ending)).containsExactly(Verdict.BROKEN);
        // On a busy machine it may have been cut before its head was out.
        assertThat(scene.server().requestCount()).isLessThanOrEqualTo(1);
    }

    @Test
    void anAttemptThatNeverConnectedSentNothing() {
        needs(Trait.CUTS_CONNECT);
        ContractScene scene = scene(SHORT, "retry.max-attempts=2");
        try (Blackhole hole = Blackhole.open()) {
            URI nobody = URI.create("http://127.0.0.1:" + hole.port() + "/");

            Ending ending = scene.send(ContractRequest.of("POST", nobody).with(ContractBody.Kind.REPEATABLE, "ten"));

            assertThat(FailureContract.verdicts(ending)).containsExactly(Verdict.UNREACHABLE, Verdict.UNREACHABLE);
            assertThat(ending.reason()).isEqualTo(Reason.ATTEMPTS_EXHAUSTED);
        }
    }

    @Test
    void waitingForAPooledConnectionIsOurOwnFault() {
        needs(Trait.POOL_OF_ONE, Trait.CUTS_LEASE);
        ContractScene scene = scene(
                1, builder -> builder.client(ContractScene.policy("hasty", List.of(SHORT))), "timeout.attempt=8s");
        scene.server().on("/slow").reply(OK.after(Duration.ofSeconds(1)));
        Running slow = scene.start(scene.request("GET", "/slow"));
        scene.server().awaitRequests(1, SOON);

        Ending hasty = scene.start(scene.request("GET", "/").with(CallOptions.NONE.withClient("hasty")))
                .await();

        assertThat(hasty.reason()).isEqualTo(Reason.LOCAL);
        assertThat(FailureContract.verdicts(hasty)).containsExactly(Verdict.LOCAL);
        assertThat(scene.ending(slow).text()).isEqualTo("done");
        assertThat(scene.server().requestCount()).isEqualTo(1);
    }
}
