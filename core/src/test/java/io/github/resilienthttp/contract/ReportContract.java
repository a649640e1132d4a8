// SPDX-License-Identifier: Apache-2.0
package io.github.resilienthttp.contract;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.resilienthttp.call.CallOptions;
import io.github.resilienthttp.decision.CallOutcome;
import io.github.resilienthttp.decision.Reason;
import io.github.resilienthttp.decision.Verdict;
import io.github.resilienthttp.decision.WaitSource;
import io.github.resilienthttp.event.AttemptDecision;
import io.github.resilienthttp.event.AttemptReport;
import io.github.resilienthttp.event.CallReport;
import io.github.resilienthttp.event.ResilienceListener;
import io.github.resilienthttp.policy.Mode;
import io.github.resilienthttp.testkit.Reply;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.jupiter.api.Test;

/** What is told of a call: to its caller, and to those who listen. */
public abstract class ReportContract extends Contract {
    /** For subclasses. */
    protected ReportContract() {}

    private record Told(List<String> words, List<CallReport> reports) implements ResilienceListener {
        Told() {
            this(new CopyOnWriteArrayList<>(), new CopyOnWriteArrayList<>());
        }

        @Override
        public void onAttempt(String client, String method, AttemptReport attempt) {
            words.add("attempt " + attempt.number() + " " + attempt.decision().label());
        }

        @Override
        public void onWait(String client, WaitSource source, long nanos) {
            words.add("wait " + source.label());
        }

        @Override
        public void onCall(CallReport call) {
            words.add("call " + call.reason().label());
            reports.add(call);
        }
    }

    private static final class Thrower implements ResilienceListener {
        @Override
        public void onAttempt(String client, String method, AttemptReport attempt) {
            throw new IllegalStateException("by a listener");
        }

        @Override
        public void onWait(String client, WaitSource source, long nanos) {
            throw new IllegalStateException("by a listener");
        }

        @Override
        public void onCall(CallReport call) {
            throw new IllegalStateException("by a listener");
        }
    }

    @Test
    void theListenerSeesEveryDecisionAndTheCallersReport() {
        Told told = new Told();
        ContractScene scene = scene(4, builder -> builder.listener(told));
        scene.server().on("/").reply(BUSY.header("retry-after-ms", "20"), Reply.status(502), OK);

        Ending ending = scene.send("GET", "/");

        assertThat(told.words)
                .containsExactly(
                        "attempt 1 retry",
                        "wait hint",
                        "attempt 2 retry",
                        "wait backoff",
                        "attempt 3 deliver",
                        "call recovered");
        assertThat(told.reports).containsExactly(ending.report());
    }

    @Test
    void theReportTellsEachAttemptAndItsWait() {
        ContractScene scene = scene();
        scene.server().on("/").reply(BUSY.header("retry-after-ms", "20"), Reply.status(502), OK);

        CallReport report = scene.send("GET", "/").report();

        assertThat(report.client()).isEqualTo("default");
        assertThat(report.mode()).isEqualTo(Mode.ENFORCE);
        assertThat(report.outcome()).isEqualTo(CallOutcome.RECOVERED);
        assertThat(report.attempts()).extracting(AttemptReport::number).containsExactly(1, 2, 3);
        assertThat(report.attempts())
                .extracting(AttemptReport::verdict)
                .containsExactly(Verdict.TRANSIENT, Verdict.TRANSIENT, Verdict.SUCCESS);
        assertThat(report.attempts())
                .extracting(AttemptReport::waitBeforeSource)
                .containsExactly(null, WaitSource.HINT, WaitSource.BACKOFF);
        assertThat(report.attempts().get(1).waitBeforeNanos()).isGreaterThanOrEqualTo(20_000_000);
        assertThat(report.attempts()).extracting(AttemptReport::startNanos).isSorted();
    }

    @Test
    void aListenerThatThrowsChangesNothing() {
        ContractScene scene = scene(4, builder -> builder.listener(new Thrower()));
        scene.server().on("/").reply(BUSY, OK, BUSY);

        assertEnded(scene, scene.send("GET", "/"), Reason.RECOVERED, 2);
        assertThat(scene.send(VerdictContract.post(scene)).text()).isEqualTo("busy");
    }

    @Test
    void inObserveEveryRequestGoesThroughOnceAndTheReportSaysWhatWouldHaveBeenDone() {
        ContractScene scene = scene("mode=observe", "attempt-header=X-Attempt", "idempotency-key.generate=true");
        scene.server().on("/").reply(BUSY, Reply.status(429).header("Retry-After", "3600"), OK);

        Ending first = scene.send("GET", "/");
        Ending second = scene.send("GET", "/");
        Ending third = scene.send(VerdictContract.post(scene));

        assertThat(first.text()).isEqualTo("busy");
        assertThat(first.report().mode()).isEqualTo(Mode.OBSERVE);
        assertThat(first.report().attempts().get(0).decision()).isEqualTo(AttemptDecision.RETRY);
        assertThat(second.status()).isEqualTo(429);
        assertThat(third.text()).isEqualTo("done");
        assertThat(third.report().wouldRefuse()).isEqualTo(Reason.COOLING_DOWN);
        assertThat(scene.server().requests()).hasSize(3).allSatisfy(seen -> assertThat(seen.headers())
                .extracting(line -> line.name().toLowerCase(Locale.ROOT))
                .doesNotContain("x-attempt", "idempotency-key"));
    }

    @Test
    void whereItIsOffOrDisabledItIsNotThereAtAll() {
        Told told = new Told();
        ContractScene scene =
                scene(4, builder -> builder.listener(told).client(ContractScene.policy("off", List.of("mode=off"))));
        scene.server().on("/").reply(BUSY, Reply.status(429).header("Retry-After", "3600"), OK);

        Ending off = scene.send(scene.request("GET", "/").with(CallOptions.NONE.withClient("off")));
        Ending disabled = scene.send(scene.request("GET", "/").with(CallOptions.NONE.withDisabled()));
        Ending next = scene.send("GET", "/");

        assertThat(off.text()).isEqualTo("busy");
        assertThat(disabled.status()).isEqualTo(429);
        assertThat(List.of(off.unreported(), disabled.unreported())).containsOnly(true);
        assertThat(next.text()).isEqualTo("done");
        assertThat(told.reports).containsExactly(next.report());
    }

    @Test
    void theNamedClientIsTheOneThatCounts() {
        ContractScene scene =
                scene(4, builder -> builder.client(ContractScene.policy("once", List.of("retry.max-attempts=1"))));
        scene.server().on("/").reply(BUSY, OK);

        Ending ending = scene.send(scene.request("GET", "/").with(CallOptions.NONE.withClient("once")));

        assertEnded(scene, ending, Reason.ATTEMPTS_EXHAUSTED, 1);
        assertThat(ending.report().client()).isEqualTo("once");
    }
}
