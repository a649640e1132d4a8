// SPDX-License-Identifier: Apache-2.0
package io.github.resilienthttp.call;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import io.github.resilienthttp.decision.CallOutcome;
import io.github.resilienthttp.decision.Reason;
import io.github.resilienthttp.hint.ErrorDetails;
import java.io.IOException;
import java.net.ConnectException;
import java.time.Duration;
import org.junit.jupiter.api.Test;

class BlockingDriverTest {
    private final CallScene scene = CallScene.with(settings -> settings.errorCodePointer("/code"));
    private final BlockingDriver driver = new BlockingDriver(scene.time);

    private FakeExchange exchange(Object... script) {
        return new FakeExchange(scene.time, script);
    }

    private FakeResponse run(FakeExchange exchange) throws Exception {
        Call call = scene.call();
        try {
            return driver.execute(call, FakeRequest.of("GET"), exchange);
        } finally {
            call.close();
        }
    }

    private Throwable thrown(FakeExchange exchange) {
        return catchThrowable(() -> run(exchange));
    }

    private Reason reason() {
        return scene.ended.get(scene.ended.size() - 1).reason();
    }

    @Test
    void theVeryResponseIsHandedOver() throws Exception {
        FakeResponse response = FakeResponse.of(200);
        FakeExchange exchange = exchange(response);
        assertThat(run(exchange)).isSameAs(response);
        assertThat(exchange.journal).containsExactly("send 1 @0");
    }

    @Test
    void whatIsNotHandedOverIsDiscardedOnceAndBeforeTheWait() throws Exception {
        FakeResponse last = FakeResponse.of(200);
        FakeExchange exchange = exchange(FakeResponse.of(503), FakeResponse.of(502), last);
        assertThat(run(exchange)).isSameAs(last);
        assertThat(exchange.journal)
                .containsExactly("send 1 @0", "discard 503 @0", "send 2 @50", "discard 502 @50", "send 3 @150");
        assertThat(exchange.waits).as("told of each wait").isEqualTo(2);
    }

    @Test
    void oneWaitAfterAnotherDiscardsOnce() throws Exception {
        CallScene limited = CallScene.with(settings -> settings.rateLimit(1, Duration.ofSeconds(1)));
        FakeExchange exchange = new FakeExchange(limited.time, FakeResponse.of(503), FakeResponse.of(200));
        Call call = limited.call();
        new BlockingDriver(limited.time).execute(call, FakeRequest.of("GET"), exchange);
        call.close();
        assertThat(exchange.journal).containsExactly("send 1 @0", "discard 503 @0", "send 2 @1020");
    }

    @Test
    void theLastErrorIsHandedOverUntouched() throws Exception {
        FakeResponse last = FakeResponse.of(503);
        FakeExchange exchange = exchange(FakeResponse.of(503), FakeResponse.of(503), last);
        assertThat(run(exchange)).isSameAs(last);
        assertThat(exchange.journal)
                .filteredOn(line -> line.startsWith("discard"))
                .hasSize(2);
        assertThat(reason()).isEqualTo(Reason.ATTEMPTS_EXHAUSTED);
    }

    @Test
    void theLastFailureComesOutAsItWentInWithTheEarlierOnesSuppressed() {
        IOException first = new IOException("1");
        IOException second = new ConnectException("2");
        IOException last = new IOException("3");
        assertThat(thrown(exchange(first, second, last))).isSameAs(last);
        assertThat(last.getSuppressed()).containsExactly(first, second);
        assertThat(first.getSuppressed()).isEmpty();
    }

    @Test
    void oneInstanceThrownTwiceDoesNotSuppressItself() {
        IOException same = new IOException("same");
        assertThat(thrown(exchange(same, same, same))).isSameAs(same);
        assertThat(same.getSuppressed()).isEmpty();
    }

    @Test
    void everyTypeComesOutAsItIs() {
        for (Throwable failure : new Throwable[] {
            new Exception("checked"), new IllegalStateException("unchecked"), new AssertionError("error")
        }) {
            FakeExchange exchange = exchange(failure);
            assertThat(thrown(exchange)).isSameAs(failure);
            assertThat(exchange.journal).as("not sent again").hasSize(1);
            assertThat(reason()).isEqualTo(Reason.CANCELLED);
        }
    }

    @Test
    void aFailureAfterAResponseIsThrownAndTheResponseGone() {
        IOException reset = new IOException("reset");
        FakeExchange exchange = exchange(FakeResponse.of(503), FakeResponse.of(503), reset);
        assertThat(thrown(exchange)).isSameAs(reset);
        assertThat(exchange.journal)
                .filteredOn(line -> line.startsWith("discard"))
                .hasSize(2);
    }

    @Test
    void aResponseAfterAFailureIsHandedOver() throws Exception {
        FakeResponse response = FakeResponse.of(200);
        assertThat(run(exchange(new IOException("reset"), response))).isSameAs(response);
        assertThat(scene.ended.get(0).outcome()).isEqualTo(CallOutcome.RECOVERED);
    }

    @Test
    void aRefusalIsThrownAndNothingSent() {
        Call call = scene.sent("GET");
        call.finished(1, CallScene.status(429, "Retry-After", "3600"), true);
        call.close();
        FakeExchange exchange = exchange(FakeResponse.of(200));
        assertThat(thrown(exchange)).isInstanceOf(CallRefusedException.class);
        assertThat(exchange.journal).isEmpty();
        assertThat(reason()).isEqualTo(Reason.COOLING_DOWN);
    }

    @Test
    void aClientThatReturnsNothingIsToldOfAndNotAskedAgain() {
        FakeExchange exchange = exchange();
        Throwable thrown = thrown(exchange);
        assertThat(thrown).isInstanceOf(IllegalStateException.class).hasMessage("the client returned null");
        assertThat(exchange.journal).hasSize(1);
        assertThat(scene.ended.get(0).attempts().get(0).failure()).isSameAs(thrown);
    }

    @Test
    void bodiesAreLookedAtOnlyWhereTheySaySomethingOfAnError() throws Exception {
        assertThat(peeks(FakeResponse.json(200, "{}"))).isFalse();
        assertThat(peeks(FakeResponse.json(404, "{}"))).isFalse();
        assertThat(peeks(FakeResponse.of(501, "Content-Type", "text/html"))).isFalse();
        assertThat(peeks(FakeResponse.of(501))).isFalse();
        assertThat(peeks(FakeResponse.json(501, "{}"))).isTrue();
        assertThat(peeks(FakeResponse.json(429, "{}"))).isTrue();
    }

    private boolean peeks(FakeResponse response) throws Exception {
        FakeExchange exchange = exchange(response);
        assertThat(run(exchange)).isSameAs(response);
        return exchange.journal.stream().anyMatch(line -> line.startsWith("peek"));
    }

    @Test
    void whatABodySaysIsInTheReport() throws Exception {
        run(exchange(FakeResponse.json(501, "{\"code\":\"E7\"}")));
        assertThat(scene.ended.get(0).error()).extracting(ErrorDetails::code).isEqualTo("E7");
    }

    @Test
    void aResponseThatCannotBeLookedAtIsNotLeftOpen() {
        FakeExchange exchange = exchange(FakeResponse.of(200));
        exchange.brokenHeaders = new IllegalStateException("broken");
        assertThat(thrown(exchange)).isSameAs(exchange.brokenHeaders);
        assertThat(exchange.journal).containsExactly("send 1 @0", "discard 200 @0");
        assertThat(scene.client.scopes().all())
                .allSatisfy(scope -> assertThat(scope.active()).isZero());
    }
}
