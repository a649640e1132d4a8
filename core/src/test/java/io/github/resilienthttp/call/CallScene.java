// SPDX-License-Identifier: Apache-2.0
package io.github.resilienthttp.call;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.resilienthttp.decision.Classifier;
import io.github.resilienthttp.decision.ErrorBody;
import io.github.resilienthttp.decision.FailureKind;
import io.github.resilienthttp.decision.Outcome;
import io.github.resilienthttp.decision.Reason;
import io.github.resilienthttp.decision.WaitSource;
import io.github.resilienthttp.event.AttemptReport;
import io.github.resilienthttp.event.CallLog;
import io.github.resilienthttp.event.CallReport;
import io.github.resilienthttp.event.Listeners;
import io.github.resilienthttp.event.Observations;
import io.github.resilienthttp.event.ResilienceListener;
import io.github.resilienthttp.event.Telemetry;
import io.github.resilienthttp.gate.Gatehouse;
import io.github.resilienthttp.gate.Resilience4jRegistries;
import io.github.resilienthttp.hint.JsonReader;
import io.github.resilienthttp.json.JsonSupport;
import io.github.resilienthttp.policy.Policy;
import io.github.resilienthttp.policy.PolicyBuilder;
import io.github.resilienthttp.testkit.FakeTime;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;

/** One client on fake time, and the words in which tests tell what happens to its calls. */
final class CallScene {
    /** For how long the machine has been up: a time that is taken for a span, or a span for a time, shows. */
    private static final Duration UP = Duration.ofDays(40);

    private static final @Nullable JsonReader JSON = JsonSupport.find();

    final FakeTime time = new FakeTime(Instant.parse("2026-01-01T00:00:00Z").minus(UP));
    final List<CallReport> ended = new ArrayList<>();

    /** What the listener heard, in order. */
    final List<String> told = new ArrayList<>();

    final Resilience4jRegistries registries = Resilience4jRegistries.own();
    final ResilientClient client;
    double random = 0.5;

    private CallScene(
            Policy policy,
            boolean listens,
            @Nullable Telemetry telemetry,
            @Nullable Observations observations,
            @Nullable Classifier classifier,
            @Nullable JsonReader json,
            CallLog log) {
        time.advance(UP);
        ResilienceListener listener = new ResilienceListener() {
            @Override
            public void onCall(CallReport call) {
                ended.add(call);
                told.add("call " + call.reason());
            }

            @Override
            public void onAttempt(String name, String method, AttemptReport attempt) {
                told.add(name + " " + method + " " + attempt.status() + " " + attempt.decision());
            }

            @Override
            public void onWait(String name, WaitSource source, long nanos) {
                told.add("wait " + Duration.ofNanos(nanos).toMillis() + " " + source);
            }
        };
        ClientParts parts = new ClientParts(
                time,
                new Listeners(listens ? List.of(listener) : List.of()),
                classifier,
                json,
                () -> random,
                telemetry,
                observations,
                true);
        client = new ResilientClient(
                policy, new Gatehouse(policy, Gatehouse.DEFAULT_SCOPES, registries, time), parts, log);
    }

    static CallScene withDefaults() {
        return with(builder -> builder);
    }

    static CallScene with(UnaryOperator<PolicyBuilder> settings) {
        return new CallScene(policy(settings), true, null, null, null, JSON, new CallLog());
    }

    private static Policy policy(UnaryOperator<PolicyBuilder> settings) {
        return settings.apply(Policy.builder("api")).build();
    }

    /** With meters and without a listener: nobody else asks for the time. */
    static CallScene measured(Telemetry telemetry, UnaryOperator<PolicyBuilder> settings) {
        return new CallScene(policy(settings), false, telemetry, null, null, JSON, new CallLog());
    }

    static CallScene counted(Telemetry telemetry, UnaryOperator<PolicyBuilder> settings) {
        return new CallScene(policy(settings), true, telemetry, null, null, JSON, new CallLog());
    }

    static CallScene logged(Logger log, UnaryOperator<PolicyBuilder> settings) {
        return new CallScene(policy(settings), true, null, null, null, JSON, new CallLog(log));
    }

    static CallScene observed(Observations observations, UnaryOperator<PolicyBuilder> settings) {
        return new CallScene(policy(settings), true, null, observations, null, JSON, new CallLog());
    }

    /** With a log and nobody else to be told. */
    static CallScene onlyLogged(Logger log, UnaryOperator<PolicyBuilder> settings) {
        return new CallScene(policy(settings), false, null, null, null, JSON, new CallLog(log));
    }

    static CallScene classified(Classifier own) {
        return new CallScene(policy(settings -> settings), true, null, null, own, JSON, new CallLog());
    }

    static CallScene withoutJson() {
        return new CallScene(policy(settings -> settings), true, null, null, null, null, new CallLog());
    }

    Call call() {
        return client.newCall(CallOptions.NONE);
    }

    Call call(CallOptions options) {
        return client.newCall(options);
    }

    /** A call whose first attempt is under way. */
    Call sent(String method) {
        Call call = call();
        assertSend(call.begin(FakeRequest.of(method)), 1);
        return call;
    }

    /** One whole call that succeeds. */
    void success() {
        Call call = sent("GET");
        assertDeliver(call.finished(1, status(200), true));
        call.close();
    }

    /** One whole call that ends as the outcome says, retries refused by a body that cannot be replayed. */
    Call once(Outcome outcome) {
        Call call = sent("GET");
        assertDeliver(call.finished(1, outcome, false));
        call.close();
        return call;
    }

    static Outcome status(int status, String... headers) {
        return new Outcome.Response(status, FakeHeaders.of(headers), null);
    }

    static Outcome json(int status, Object tree) {
        return new Outcome.Response(status, FakeHeaders.of(), new ErrorBody("application/json", tree));
    }

    static Outcome failure(FailureKind kind) {
        return new Outcome.Failure(kind, false, new IOException(kind.name()));
    }

    static Outcome timeout(FailureKind kind) {
        return new Outcome.Failure(kind, true, new IOException("timeout " + kind.name()));
    }

    static void assertSend(Step step, int attempt) {
        assertThat(step).isEqualTo(Step.Send.of(attempt));
    }

    static void assertDeliver(Step step) {
        assertThat(step).isInstanceOf(Step.Deliver.class);
    }

    Step.Wait assertWait(Step step, Duration length, WaitSource source) {
        assertThat(step).isEqualTo(new Step.Wait(time.nanos() + length.toNanos(), source));
        return (Step.Wait) step;
    }

    static CallRefusedException assertRefused(Step step, Reason reason) {
        assertThat(step).isInstanceOf(Step.Refuse.class);
        Throwable failure = ((Step.Refuse) step).failure();
        assertThat(failure).isInstanceOf(CallRefusedException.class);
        CallRefusedException refusal = (CallRefusedException) failure;
        assertThat(refusal.reason()).isEqualTo(reason);
        return refusal;
    }

    /** Lets the wait pass and resumes. */
    Step pass(Call call, Step wait) {
        assertThat(wait).isInstanceOf(Step.Wait.class);
        time.advance(Duration.ofNanos(Math.max(0, ((Step.Wait) wait).until() - time.nanos())));
        return call.resumed();
    }

    static @Nullable Reason reasonOf(Call call) {
        return call.report().reason();
    }
}
