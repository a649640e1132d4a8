// SPDX-License-Identifier: Apache-2.0
package io.github.resilienthttp.contract;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.resilienthttp.decision.CallOutcome;
import io.github.resilienthttp.decision.Reason;
import io.github.resilienthttp.decision.Verdict;
import io.github.resilienthttp.decision.WaitSource;
import io.github.resilienthttp.event.AttemptReport;
import io.github.resilienthttp.event.ResilienceListener;
import io.github.resilienthttp.testkit.Cut;
import io.github.resilienthttp.testkit.Fate;
import io.github.resilienthttp.testkit.Reply;
import io.github.resilienthttp.testkit.ScriptedServer;
import java.net.URI;
import java.util.List;
import java.util.concurrent.atomic.AtomicReference;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Attempts that bring no response head. */
public abstract class FailureContract extends Contract {
    /** An idempotent method that no client sends again by itself, as some do with GET. */
    static final String SENT_ONCE = "DELETE";

    /** For subclasses. */
    protected FailureContract() {}

    static Stream<Reply> breaks() {
        return Stream.of(Reply.nothing(Fate.RESET), Reply.nothing(Fate.CLOSE), Reply.nothing(Fate.HALF_CLOSE));
    }

    static Stream<Reply> cuts() {
        return Stream.of(OK.cut(Cut.STATUS_LINE, Fate.RESET), OK.cut(Cut.HEAD, Fate.RESET));
    }

    @ParameterizedTest
    @MethodSource("breaks")
    void whatMayHaveBeenSentIsSentAgainOnlyWhereThatIsSafe(Reply broken) {
        sentAgainOnlyWhereThatIsSafe(broken, Sample.sentOnce(this));
    }

    @ParameterizedTest
    @MethodSource("cuts")
    void aHeadThatBreaksOffIsNoAnswer(Reply broken) {
        needs(Trait.HTTP_1, Trait.NOTICES_BROKEN_HEADS);
        sentAgainOnlyWhereThatIsSafe(broken, Sample.all(this));
    }

    @Test
    void aStatusLineThatEndsTooSoonIsNoAnswer() {
        needs(Trait.HTTP_1, Trait.TELLS_SHORT_STATUS_LINES);
        sentAgainOnlyWhereThatIsSafe(OK.cut(Cut.STATUS_LINE, Fate.CLOSE), Sample.all(this));
    }

    private void sentAgainOnlyWhereThatIsSafe(Reply broken, List<Sample> samples) {
        for (Sample sample : samples) {
            ContractScene scene = scene("budget.enabled=false", "circuit-breaker.enabled=false");
            scene.server().on("/").reply(broken, OK);

            Ending ending = scene.send(sample.at(scene, "/"));

            if (sample.idempotent()) {
                assertEnded(scene, ending, Reason.RECOVERED, 2);
                assertThat(ending.status()).isEqualTo(200);
                assertThat(ending.statuses()).containsExactly(0, 200);
            } else {
                assertEnded(scene, ending, Reason.NOT_IDEMPOTENT, 1);
                assertThat(ending.causes()).contains(failureOf(ending, 0));
                assertThat(ending.report().outcome()).isEqualTo(CallOutcome.FAILED);
            }
            assertThat(verdicts(ending).get(0)).as(sample.toString()).isEqualTo(Verdict.BROKEN);
        }
    }

    @Test
    void theLastExceptionIsTheClientsOwnWithTheEarlierOnesSuppressed() {
        ContractScene scene = scene();
        scene.server().on("/").reply(Reply.nothing(Fate.CLOSE));

        Ending ending = scene.send(SENT_ONCE, "/");

        assertEnded(scene, ending, Reason.ATTEMPTS_EXHAUSTED, 3);
        Throwable last = failureOf(ending, 2);
        assertThat(ending.causes()).contains(last);
        assertThat(last.getSuppressed()).contains(failureOf(ending, 0), failureOf(ending, 1));
        assertThat(ending.status()).isZero();
    }

    /** A response that came before is gone: the last thing that happened is an exception. */
    @Test
    void anExceptionAfterAResponseIsWhatTheCallerGets() {
        ContractScene scene = scene("retry.max-attempts=2");
        scene.server().on("/").reply(BUSY, Reply.nothing(Fate.RESET));

        Ending ending = scene.send(SENT_ONCE, "/");

        assertEnded(scene, ending, Reason.ATTEMPTS_EXHAUSTED, 2);
        assertThat(ending.statuses()).containsExactly(503, 0);
        assertThat(ending.causes()).contains(failureOf(ending, 1));
    }

    @Test
    void aRefusedConnectionIsTriedAgainWithAnyMethod() {
        ContractScene scene = scene();
        URI nobody = URI.create("http://127.0.0.1:" + ScriptedServer.refusedPort() + "/");
        ContractRequest post = ContractRequest.of("POST", nobody).with(ContractBody.Kind.REPEATABLE, "ten");

        Ending ending = scene.send(post);

        assertThat(verdicts(ending)).hasSize(3).containsOnly(Verdict.UNREACHABLE);
        assertThat(ending.reason()).isEqualTo(Reason.ATTEMPTS_EXHAUSTED);
        assertThat(ending.causes()).contains(failureOf(ending, 2));
    }

    @Test
    void aPostIsSentOnceTheServerListens() {
        needs(Trait.LATE_SERVER);
        int port = ScriptedServer.refusedPort();
        AtomicReference<@Nullable ScriptedServer> late = new AtomicReference<>();
        ResilienceListener starting = new ResilienceListener() {
            @Override
            public void onWait(String client, WaitSource source, long nanos) {
                ScriptedServer server = ScriptedServer.startOn(port);
                server.on("/").reply(OK);
                late.set(server);
            }
        };
        ContractScene scene = scene(4, builder -> builder.listener(starting));
        ContractRequest post = ContractRequest.of("POST", URI.create("http://127.0.0.1:" + port + "/"))
                .with(ContractBody.Kind.REPEATABLE, "ten");

        Ending ending = scene.send(post);

        try (ScriptedServer server = late.get()) {
            assertThat(server).isNotNull();
            assertThat(ending.text()).isEqualTo("done");
            assertThat(verdicts(ending)).containsExactly(Verdict.UNREACHABLE, Verdict.SUCCESS);
            assertThat(server.requests()).hasSize(1);
            assertThat(server.requests().get(0).text()).isEqualTo("ten");
        }
    }

    @Test
    void aVersionThatTheClientDoesNotKnowIsNotAskedForAgain() {
        needs(Trait.HTTP_1, Trait.KNOWS_VERSIONS);
        isNotAskedForAgain(Reply.raw("HTTP/9.9 200 OK\r\n\r\n"));
    }

    @Test
    void aHeadWithoutEndIsNotAskedForAgain() {
        needs(Trait.HTTP_1, Trait.BOUNDS_HEADS);
        isNotAskedForAgain(Reply.status(200).endlessHead());
    }

    private void isNotAskedForAgain(Reply reply) {
        ContractScene scene = scene();
        scene.server().on("/").reply(reply, OK);

        Ending ending = scene.send(SENT_ONCE, "/");

        assertEnded(scene, ending, Reason.PERMANENT, 1);
        assertThat(verdicts(ending)).containsExactly(Verdict.PERMANENT);
        assertThat(ending.causes()).contains(failureOf(ending, 0));
    }

    @Test
    void aKeptConnectionThatTheServerHasLeftIsReplaced() {
        ContractScene scene = scene();
        scene.server().on("/").reply(Reply.ok("1").then(Fate.CLOSE), Reply.ok("2"));
        scene.send("GET", "/");
        scene.server().awaitQuiet(SOON);

        assertThat(scene.send("GET", "/").text()).isEqualTo("2");
        assertThat(scene.server().requests()).hasSize(2);
    }

    static List<Verdict> verdicts(Ending ending) {
        return ending.report().attempts().stream().map(AttemptReport::verdict).toList();
    }

    /** Counted from 0. */
    private static Throwable failureOf(Ending ending, int attempt) {
        Throwable failure = ending.report().attempts().get(attempt).failure();
        if (failure == null) {
            throw new AssertionError("attempt " + attempt + " has no failure in " + ending.report());
        }
        return failure;
    }
}
