// SPDX-License-Identifier: Apache-2.0
package io.github.resilienthttp.call;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.resilienthttp.event.Listeners;
import io.github.resilienthttp.gate.Gatehouse;
import io.github.resilienthttp.gate.Resilience4jRegistries;
import io.github.resilienthttp.gate.Scope;
import io.github.resilienthttp.policy.Policy;
import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.Random;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

/** Answer, timeout and cancel of whole calls meet at random: each call ends once, and gives back all that it took. */
class CallbackRunRaceTest {
    private static final int ROUNDS = 2_000;

    private final ExecutorService threads = Executors.newFixedThreadPool(3);
    private final ResilientClient client = client();

    private static ResilientClient client() {
        Policy policy = Policy.builder("api")
                .set("budget.enabled", "false")
                .set("backoff.initial", "1ms")
                .build();
        return new ResilientClient(
                policy,
                new Gatehouse(policy, Gatehouse.DEFAULT_SCOPES, Resilience4jRegistries.own(), Time.system()),
                new ClientParts(Time.system(), new Listeners(List.of()), null, null, () -> 0.001));
    }

    /** Answers each attempt from two threads at once: with a response, and with a timeout. */
    private final class Racing extends TalliedExchange {
        private final AtomicInteger heard = new AtomicInteger();
        private final AtomicInteger sent = new AtomicInteger();
        private final CountDownLatch over = new CountDownLatch(1);
        private final CountDownLatch told = new CountDownLatch(1);
        private final Random random;

        Racing(int seed) {
            random = new Random(seed);
        }

        @Override
        public void send(Call call, int attempt, Answer<FakeResponse> answer) {
            sent.incrementAndGet();
            int status = random.nextBoolean() ? 200 : 503;
            AtomicInteger missing = new AtomicInteger(2);
            threads.execute(() -> {
                meet(missing);
                if (answer.answered(FakeResponse.of(status))) {
                    heard.incrementAndGet();
                    opened();
                }
                told.countDown();
            });
            threads.execute(() -> {
                meet(missing);
                if (answer.failed(new IOException("timeout"))) {
                    heard.incrementAndGet();
                }
            });
        }

        /** Both go on within a few nanoseconds: a lock or a latch would part them by more than a race lasts. */
        private static void meet(AtomicInteger missing) {
            missing.decrementAndGet();
            while (missing.get() > 0) {
                Thread.onSpinWait();
            }
        }

        @Override
        int sent() {
            return sent.get();
        }

        @Override
        public void discard(FakeResponse response, Runnable then) {
            super.discard(response, () -> threads.execute(then));
        }

        @Override
        void end() {
            super.end();
            over.countDown();
        }
    }

    @Test
    void eachCallEndsOnceAndSettlesWhatItTook() throws InterruptedException {
        int[] outcomes = new int[2];
        try (WaitTimer timer = new WaitTimer(Time.system())) {
            CallbackDriver driver = new CallbackDriver(Time.system(), timer);
            for (int round = 0; round < ROUNDS; round++) {
                Call call = client.newCall(CallOptions.NONE.withDeadline(Duration.ofSeconds(30)));
                Racing exchange = new Racing(round);
                boolean cancels = round % 3 == 0;

                driver.execute(call, FakeRequest.of("GET"), exchange);
                if (cancels) {
                    threads.execute(call::cancel);
                }

                assertThat(exchange.over.await(20, TimeUnit.SECONDS))
                        .as("round " + round)
                        .isTrue();
                call.close();
                outcomes[exchange.sent() > 1 ? 1 : 0]++;
                drain();
                assertThat(exchange.ends()).as("round " + round).isEqualTo(1);
                assertThat(exchange.heard).as("round " + round).hasValue(exchange.sent());
                assertThat(exchange.open())
                        .as("responses neither delivered nor given up")
                        .isZero();
                assertThat(timer.held()).isZero();
                reviveIfOpen();
            }
        } finally {
            threads.shutdownNow();
        }
        assertThat(client.scopes().all()).singleElement().satisfies(scope -> {
            assertThat(scope.active()).isZero();
            assertThat(scope.state(Time.system().nanos()).waiting()).isZero();
        });
        assertThat(outcomes[0]).as("calls of one attempt").isPositive();
        assertThat(outcomes[1]).as("calls of several").isPositive();
    }

    /** Lets everything that was handed to the threads run. */
    private void drain() throws InterruptedException {
        for (int i = 0; i < 2; i++) {
            CountDownLatch all = new CountDownLatch(3);
            for (int thread = 0; thread < 3; thread++) {
                threads.execute(() -> {
                    all.countDown();
                    try {
                        all.await();
                    } catch (InterruptedException interrupted) {
                        Thread.currentThread().interrupt();
                    }
                });
            }
            all.await();
        }
    }

    private void reviveIfOpen() {
        client.scopes().all().forEach(Scope::closeCircuit);
    }
}
