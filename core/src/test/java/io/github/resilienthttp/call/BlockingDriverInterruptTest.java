// SPDX-License-Identifier: Apache-2.0
package io.github.resilienthttp.call;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import io.github.resilienthttp.decision.Reason;
import io.github.resilienthttp.decision.WaitSource;
import io.github.resilienthttp.event.Listeners;
import io.github.resilienthttp.event.ResilienceListener;
import io.github.resilienthttp.gate.Gatehouse;
import io.github.resilienthttp.gate.Resilience4jRegistries;
import io.github.resilienthttp.policy.Policy;
import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.function.BiConsumer;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** A wait ends at once, the flag is set again, and everything goes back. */
@Timeout(30)
class BlockingDriverInterruptTest {
    private final CallScene scene = CallScene.with(settings -> settings.rateLimit(2, Duration.ofSeconds(5)));
    private final BlockingDriver driver = new BlockingDriver(scene.time);

    @AfterEach
    void clear() {
        Thread.interrupted();
    }

    private Throwable thrown(Call call, FakeExchange exchange) {
        return catchThrowable(() -> {
            try {
                driver.execute(call, FakeRequest.of("GET"), exchange);
            } finally {
                call.close();
            }
        });
    }

    private static void assertCancelled(Throwable thrown) {
        assertThat(thrown).isInstanceOf(CallRefusedException.class);
        assertThat(((CallRefusedException) thrown).reason()).isEqualTo(Reason.CANCELLED);
    }

    private int available() {
        return scene.registries
                .limiters()
                .find("api|https://api.example")
                .orElseThrow()
                .getMetrics()
                .getAvailablePermissions();
    }

    @Test
    void aFlagThatWasSetWhileSendingEndsTheWaitBeforeItBegins() {
        FakeExchange exchange = new FakeExchange(
                scene.time, (Runnable) () -> Thread.currentThread().interrupt(), FakeResponse.of(503));
        Throwable thrown = thrown(scene.call(), exchange);
        assertThat(Thread.interrupted()).isTrue();
        assertCancelled(thrown);
        assertThat(((CallRefusedException) thrown).status()).isEqualTo(503);
        assertThat(exchange.journal).containsExactly("send 1 @0", "discard 503 @0");
        assertThat(scene.ended.get(0).reason()).isEqualTo(Reason.CANCELLED);
    }

    @Test
    void aFlagThatIsSetWhileWaitingEndsTheWait() {
        scene.time.in(Duration.ofMillis(20), () -> Thread.currentThread().interrupt());
        FakeExchange exchange = new FakeExchange(scene.time, FakeResponse.of(503));
        long start = scene.time.nanos();
        assertCancelled(thrown(scene.call(), exchange));
        assertThat(Thread.interrupted()).isTrue();
        assertThat(scene.time.nanos() - start).isEqualTo(20_000_000);
    }

    @Test
    void aFlagDoesNotHinderWhatNeedsNoWait() {
        Thread.currentThread().interrupt();
        FakeExchange exchange = new FakeExchange(scene.time, FakeResponse.of(200));
        assertThat(thrown(scene.call(), exchange)).isNull();
        assertThat(Thread.interrupted()).isTrue();
    }

    @Test
    void anInterruptedFailureIsThrownAgainForWantOfBetter() {
        IOException reset = new IOException("reset");
        scene.time.in(Duration.ofMillis(20), () -> Thread.currentThread().interrupt());
        assertThat(thrown(scene.call(), new FakeExchange(scene.time, reset))).isSameAs(reset);
        assertThat(Thread.interrupted()).isTrue();
        assertThat(scene.ended.get(0).reason()).isEqualTo(Reason.CANCELLED);
    }

    @Test
    void theRatePermitOfAnInterruptedWaitGoesBack() {
        scene.success();
        scene.success();
        assertThat(available()).isZero();
        scene.time.in(Duration.ofMillis(20), () -> {
            assertThat(available()).as("a place is reserved").isEqualTo(-1);
            Thread.currentThread().interrupt();
        });
        assertCancelled(thrown(scene.call(), new FakeExchange(scene.time, FakeResponse.of(200))));
        assertThat(available()).isZero();
        assertThat(scene.client.scopes().all())
                .allSatisfy(scope -> assertThat(scope.active()).isZero());
    }

    @Test
    void cancellingWhileSendingSendsNoMore() {
        Call call = scene.call();
        FakeExchange exchange = new FakeExchange(scene.time, (Runnable) call::cancel, FakeResponse.of(503));
        assertCancelled(thrown(call, exchange));
        assertThat(exchange.journal).containsExactly("send 1 @0", "discard 503 @0");
    }

    @Test
    void cancellingFromAnotherThreadEndsARealWait() throws Exception {
        inARealWait((waiter, call) -> call.cancel(), false);
    }

    @Test
    void interruptingFromAnotherThreadEndsARealWait() throws Exception {
        inARealWait((waiter, call) -> waiter.interrupt(), true);
    }

    private static void inARealWait(BiConsumer<Thread, Call> end, boolean interrupts) throws Exception {
        CountDownLatch waits = new CountDownLatch(1);
        Policy policy = Policy.builder("api").build();
        Gatehouse gatehouse = new Gatehouse(policy, 10, Resilience4jRegistries.own(), Time.system());
        Listeners listeners = new Listeners(List.of(new ResilienceListener() {
            @Override
            public void onWait(String client, WaitSource source, long nanos) {
                waits.countDown();
            }
        }));
        ResilientClient client =
                new ResilientClient(policy, gatehouse, new ClientParts(Time.system(), listeners, null, null, () -> 0));
        Call call = client.newCall(CallOptions.NONE);
        FakeExchange exchange = new FakeExchange(Time.system(), FakeResponse.of(429, "Retry-After", "19"));
        CompletableFuture<Throwable> result = new CompletableFuture<>();
        CompletableFuture<Boolean> flag = new CompletableFuture<>();
        Thread waiter = new Thread(() -> {
            result.complete(catchThrowable(
                    () -> new BlockingDriver(Time.system()).execute(call, FakeRequest.of("GET"), exchange)));
            flag.complete(Thread.interrupted());
        });
        waiter.start();
        assertThat(waits.await(10, TimeUnit.SECONDS)).isTrue();
        end.accept(waiter, call);
        assertCancelled(result.get(10, TimeUnit.SECONDS));
        assertThat(flag.get(10, TimeUnit.SECONDS)).isEqualTo(interrupts);
        waiter.join();
        call.close();
        assertThat(client.scopes().all())
                .allSatisfy(scope -> assertThat(scope.active()).isZero());
    }
}
