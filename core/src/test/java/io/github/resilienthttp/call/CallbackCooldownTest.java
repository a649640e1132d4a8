// SPDX-License-Identifier: Apache-2.0
package io.github.resilienthttp.call;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.resilienthttp.gate.Scope;
import java.time.Duration;
import org.junit.jupiter.api.Test;

/** Who is woken in a cool-down asks again before it sends. */
class CallbackCooldownTest {
    private final CallScene scene = CallScene.withDefaults();
    private final ManualTimer timer = new ManualTimer(scene.time);
    private final FakeAsyncExchange exchange = new FakeAsyncExchange(scene.time, FakeResponse.of(200));

    private FakeAsyncExchange startWhileClosedFor(Duration length) {
        scene.success();
        close(length);
        new CallbackDriver(scene.time, timer).execute(scene.call(), FakeRequest.of("GET"), exchange);
        assertThat(exchange.journal).isEmpty();
        return exchange;
    }

    private Scope scope() {
        return scene.client.scopes().all().iterator().next();
    }

    private void close(Duration length) {
        scope().close(scene.time.nanos() + length.toNanos(), scene.time.nanos());
    }

    private void pass(long millis) {
        scene.time.advance(Duration.ofMillis(millis));
    }

    @Test
    void aWaitThatEndsIsWaitedOnWhereTheTimeHasMoved() {
        startWhileClosedFor(Duration.ofSeconds(1));
        pass(500);
        close(Duration.ofSeconds(2));
        pass(600);
        assertThat(exchange.journal).as("at the time it was told first").isEmpty();
        pass(1300);
        assertThat(exchange.journal).as("just before the new time").isEmpty();
        pass(200);
        assertThat(exchange.journal).isNotEmpty();
        assertThat(exchange.journal.get(0)).startsWith("send 1 @");
        assertThat(Long.parseLong(exchange.journal.get(0).substring("send 1 @".length())))
                .isBetween(2500L, 2600L);
    }

    @Test
    void whoIsWokenSoonerSendsSooner() {
        startWhileClosedFor(Duration.ofSeconds(1));
        pass(100);
        scope().reopen(scene.time.nanos());
        pass(1);
        assertThat(exchange.journal).first().asString().startsWith("send 1 @10");
        assertThat(timer.held()).isZero();
    }

    @Test
    void whoIsWokenForNothingWaitsOn() {
        startWhileClosedFor(Duration.ofSeconds(1));
        pass(100);
        scope().reopen(scene.time.nanos());
        close(Duration.ofSeconds(2));
        pass(1);
        assertThat(exchange.journal).isEmpty();
        assertThat(timer.held()).isEqualTo(1);
        pass(2100);
        assertThat(exchange.journal).first().asString().startsWith("send 1 @2");
    }
}
