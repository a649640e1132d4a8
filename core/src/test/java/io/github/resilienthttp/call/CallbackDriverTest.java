// SPDX-License-Identifier: Apache-2.0
package io.github.resilienthttp.call;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.resilienthttp.decision.Reason;
import io.github.resilienthttp.hint.ErrorDetails;
import java.io.IOException;
import java.time.Duration;
import org.junit.jupiter.api.Test;

class CallbackDriverTest {
    private CallScene scene = CallScene.with(settings -> settings.errorCodePointer("/code"));
    private ManualTimer timer = new ManualTimer(scene.time);
    private Call call = scene.call();

    private void client(CallScene other) {
        scene = other;
        timer = new ManualTimer(scene.time);
        call = scene.call();
    }

    private FakeAsyncExchange exchange(Object... script) {
        return new FakeAsyncExchange(scene.time, script);
    }

    private FakeAsyncExchange start(FakeAsyncExchange exchange) {
        new CallbackDriver(scene.time, timer).execute(call, FakeRequest.of("GET"), exchange);
        return exchange;
    }

    private void pass(long millis) {
        scene.time.advance(Duration.ofMillis(millis));
    }

    private static Reason refusal(FakeAsyncExchange exchange) {
        assertThat(exchange.thrown).isInstanceOf(CallRefusedException.class);
        return ((CallRefusedException) requireNonNull(exchange.thrown)).reason();
    }

    @Test
    void theVeryResponseIsHandedOver() {
        FakeResponse response = FakeResponse.of(200);
        FakeAsyncExchange exchange = start(exchange(response));
        assertThat(exchange.delivered).isSameAs(response);
        assertThat(exchange.journal).containsExactly("send 1 @0", "deliver 200 @0");
        assertThat(timer.held()).isZero();
    }

    @Test
    void theStepsAreThoseOfTheBlockingDriver() {
        FakeAsyncExchange exchange = start(exchange(FakeResponse.of(503), new IOException("reset")));
        assertThat(exchange.journal).containsExactly("send 1 @0", "discard 503 @0");
        pass(50);
        assertThat(exchange.journal).last().isEqualTo("send 2 @50");
        pass(100);
        assertThat(exchange.journal).last().isEqualTo("send 3 @150");
        exchange.answers.get(2).answered(FakeResponse.of(200));
        assertThat(exchange.journal).last().isEqualTo("deliver 200 @150");
    }

    @Test
    void theLastFailureHasTheEarlierOnesSuppressed() {
        IOException first = new IOException("1");
        IOException last = new IOException("3");
        FakeAsyncExchange exchange = start(exchange(first, new IOException("2"), last));
        pass(50);
        pass(100);
        assertThat(exchange.thrown).isSameAs(last);
        assertThat(last.getSuppressed()).hasSize(2).contains(first);
    }

    @Test
    void theWaitBeginsWhenTheResponseIsGone() {
        FakeAsyncExchange exchange = exchange(FakeResponse.of(503), FakeResponse.of(200));
        exchange.holdsDiscards = true;
        start(exchange);
        pass(60);
        assertThat(exchange.journal).containsExactly("send 1 @0", "discard 503 @0");
        requireNonNull(exchange.discarded).run();
        requireNonNull(exchange.discarded).run();
        assertThat(exchange.journal).endsWith("send 2 @60", "deliver 200 @60").hasSize(4);
    }

    @Test
    void whatIsSaidTwiceCountsOnce() {
        FakeAsyncExchange exchange = start(exchange());
        AsyncExchange.Answer<FakeResponse> answer = exchange.answers.get(0);
        assertThat(answer.failed(new IOException("reset"))).isTrue();
        assertThat(answer.failed(new IOException("again"))).isFalse();
        assertThat(answer.answered(FakeResponse.of(200))).isFalse();
        pass(50);
        assertThat(answer.failed(new IOException("late"))).isFalse();
        assertThat(exchange.journal).containsExactly("send 1 @0", "send 2 @50");
        assertThat(exchange.answers.get(1).answered(FakeResponse.of(200))).isTrue();
        assertThat(exchange.journal).last().isEqualTo("deliver 200 @50");
    }

    @Test
    void anAdapterHearsWhenItsCallWaitsAndWhenItGoesOn() {
        FakeAsyncExchange exchange = start(exchange(FakeResponse.of(503), FakeResponse.of(200)));
        assertThat(exchange.waits).containsExactly("waits");
        pass(50);
        assertThat(exchange.waits).containsExactly("waits", "goes on");
    }

    @Test
    void aCallThatCannotBeginIsToldWhy() {
        scene.registries.breakers().circuitBreaker("api|https://api.example");
        FakeAsyncExchange exchange = start(exchange(FakeResponse.of(200)));
        assertThat(exchange.journal).containsExactly("fail @0");
        assertThat(exchange.thrown)
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("circuit breaker 'api|https://api.example'");
    }

    @Test
    void onceTheBodyIsThereNobodyWaitsForItAnyMore() {
        FakeAsyncExchange exchange = start(exchange(FakeResponse.json(501, "{}")));
        assertThat(exchange.journal).containsExactly("send 1 @0", "peek 501 @0", "deliver 501 @0");
        assertThat(timer.held()).isZero();
    }

    @Test
    void aCancelEndsAWait() {
        FakeAsyncExchange exchange = start(exchange(FakeResponse.of(503, "Retry-After", "20")));
        pass(10);
        call.cancel();
        call.cancel();
        assertThat(exchange.journal).as("not on the thread of whoever cancels").hasSize(2);
        pass(0);
        assertThat(exchange.journal).last().isEqualTo("fail @10");
        assertThat(refusal(exchange)).isEqualTo(Reason.CANCELLED);
        assertThat(timer.held()).isZero();
    }

    @Test
    void aCancelBeforeTheStartSendsNothing() {
        call.cancel();
        FakeAsyncExchange exchange = start(exchange(FakeResponse.of(200)));
        assertThat(exchange.journal).containsExactly("fail @0");
        assertThat(refusal(exchange)).isEqualTo(Reason.CANCELLED);
    }

    @Test
    void aCancelDuringAnAttemptLeavesItToItsAnswer() {
        FakeAsyncExchange exchange = start(exchange());
        call.cancel();
        assertThat(exchange.journal).containsExactly("send 1 @0");
        IOException aborted = new IOException("aborted");
        exchange.answers.get(0).failed(aborted);
        assertThat(exchange.thrown).isSameAs(aborted);
        pass(60_000);
        assertThat(exchange.journal).hasSize(2);
    }

    @Test
    void aCancelWhileAResponseIsDiscardedEndsTheCallThen() {
        FakeAsyncExchange exchange = exchange(FakeResponse.of(503));
        exchange.holdsDiscards = true;
        start(exchange);
        call.cancel();
        assertThat(exchange.thrown).isNull();
        requireNonNull(exchange.discarded).run();
        pass(0);
        assertThat(refusal(exchange)).isEqualTo(Reason.CANCELLED);
        assertThat(timer.held()).isZero();
    }

    @Test
    void aClosedTimerEndsAWaitAtOnce() {
        FakeAsyncExchange exchange = start(exchange(FakeResponse.of(503, "Retry-After", "20")));
        timer.close();
        assertThat(refusal(exchange)).isEqualTo(Reason.CANCELLED);
        assertThat(timer.held()).isZero();
    }

    @Test
    void noWaitBeginsOnceTheTimerIsClosed() {
        FakeAsyncExchange exchange = start(exchange());
        timer.close();
        exchange.answers.get(0).answered(FakeResponse.of(503));
        assertThat(refusal(exchange)).isEqualTo(Reason.CANCELLED);
    }

    @Test
    void aCallThatCoolsDownGoesOnAsSoonAsItMay() {
        client(CallScene.with(settings -> settings.rateLimit(1, Duration.ofSeconds(1))));
        scene.success();
        FakeAsyncExchange exchange = start(exchange(FakeResponse.of(200)));
        assertThat(exchange.journal).isEmpty();
        pass(1100);
        assertThat(exchange.journal).containsExactly("send 1 @1020", "deliver 200 @1020");
    }

    @Test
    void whatABodySaysIsInTheReport() {
        start(exchange(FakeResponse.json(501, "{\"code\":\"x\"}")));
        call.close();
        assertThat(scene.ended.get(0).error()).extracting(ErrorDetails::code).isEqualTo("x");
    }

    @Test
    void aBodyThatDoesNotComeIsNotWaitedForLong() {
        FakeAsyncExchange exchange = exchange(FakeResponse.json(503, "{}"));
        exchange.holdsPeeks = true;
        start(exchange);
        assertThat(exchange.journal).containsExactly("send 1 @0", "peek 503 @0");
        long patience = call.policy().discard().maxTime().toMillis();
        pass(patience);
        assertThat(exchange.journal).last().isEqualTo("discard 503 @" + patience);
        requireNonNull(exchange.peeked).accept(new byte[0]);
        assertThat(exchange.journal).hasSize(3);
    }

    @Test
    void aBrokenResponseIsDiscardedAndTheFaultHandedOver() {
        FakeAsyncExchange exchange = exchange(FakeResponse.of(503));
        exchange.brokenHeaders = new IllegalStateException("headers");
        start(exchange);
        assertThat(exchange.journal).containsExactly("send 1 @0", "discard 503 @0", "fail @0");
        assertThat(exchange.thrown).isSameAs(exchange.brokenHeaders);
    }

    @Test
    void anErrorIsHandedOverAsItIs() {
        AssertionError error = new AssertionError("mine");
        assertThat(start(exchange(error)).thrown).isSameAs(error);
    }
}
