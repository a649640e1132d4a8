// SPDX-License-Identifier: Apache-2.0
package io.github.resilienthttp.call;

import static io.github.resilienthttp.call.CallScene.assertDeliver;
import static io.github.resilienthttp.call.CallScene.assertSend;
import static io.github.resilienthttp.call.CallScene.failure;
import static io.github.resilienthttp.call.CallScene.status;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.resilienthttp.decision.FailureKind;
import io.github.resilienthttp.policy.Mode;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Whoever follows a call hears of each attempt that is sent, and of its end once. */
class ObservedCallTest {
    private final JournalObservations observations = new JournalObservations();
    private final List<String> headers = new ArrayList<>();
    private CallScene scene = CallScene.observed(observations, settings -> settings.attemptHeader("X-Attempt"));

    private Call sent() {
        Call call = scene.sent("GET");
        decorate(call, 1);
        return call;
    }

    private void decorate(Call call, int number) {
        call.decorate(number, (name, value) -> headers.add(name + "=" + value));
    }

    @Test
    void aCallWithARetry() {
        Call call = sent();
        assertSend(scene.pass(call, call.finished(1, status(503), true)), 2);
        decorate(call, 2);
        assertDeliver(call.answered(2, 200, FakeHeaders.of(), true));
        call.close();
        call.close();

        assertThat(observations.journal)
                .containsExactly(
                        "call api GET",
                        "attempt 1 GET api.example",
                        "answered 1 503",
                        "attempt 2 GET api.example",
                        "answered 2 200",
                        "ended recovered recovered");
        assertThat(headers)
                .containsExactly("traceparent=span-1", "X-Attempt=1/3", "traceparent=span-2", "X-Attempt=2/3");
    }

    @Test
    void aFailure() {
        Call call = sent();
        assertDeliver(call.finished(1, failure(FailureKind.BROKEN), false));
        call.close();

        assertThat(observations.journal).endsWith("failed 1 BROKEN", "ended failed not-replayable");
    }

    @Test
    void hopsAreAttemptsOfTheSameCall() {
        Call call = sent();
        call.finished(1, status(302), true);
        call.begin(FakeRequest.of("GET").to("other.example"));
        decorate(call, 1);
        call.finished(1, status(200), true);
        call.close();

        assertThat(observations.journal)
                .containsExactly(
                        "call api GET",
                        "attempt 1 GET api.example",
                        "answered 1 302",
                        "attempt 2 GET other.example",
                        "answered 2 200",
                        "ended success success");
    }

    @Test
    void anAttemptWhoseEndNobodyTells() {
        sent().close();

        assertThat(observations.journal).endsWith("failed 1 -", "ended failed cancelled");
    }

    @Test
    void aCallThatIsDroppedWhileItWaits() {
        Call call = sent();
        call.finished(1, status(503), true);
        call.close();

        assertThat(observations.journal).endsWith("answered 1 503", "ended refused cancelled");
    }

    @Test
    void aCallThatIsRefusedHasNoAttempt() {
        sent().close();
        scene.client.scopes().all().forEach(scope -> scope.isolate());
        observations.journal.clear();
        Call call = scene.call();
        call.begin(FakeRequest.of("GET"));
        call.close();

        assertThat(observations.journal).containsExactly("call api GET", "ended refused circuit-open");
    }

    @Test
    void observeFollowsAsWell() {
        scene = CallScene.observed(
                observations, settings -> settings.mode(Mode.OBSERVE).attemptHeader("X-Attempt"));
        Call call = sent();
        call.finished(1, status(200), true);
        call.close();

        assertThat(observations.journal).hasSize(4);
        assertThat(headers).containsExactly("traceparent=span-1");
    }

    @ParameterizedTest
    @ValueSource(strings = {"call", "attempt", "answered", "ended"})
    void oneThatThrowsChangesNothing(String where) {
        observations.failsAt = where;
        Call call = sent();
        assertSend(scene.pass(call, call.finished(1, status(503), true)), 2);
        decorate(call, 2);
        assertDeliver(call.finished(2, status(200), true));
        call.close();

        assertThat(call.report().attempts()).hasSize(2);
        assertThat(observations.journal.stream().filter(line -> line.startsWith("answered 1")))
                .hasSizeLessThan(2);
    }
}
