// SPDX-License-Identifier: Apache-2.0
package io.github.resilienthttp.gate;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.resilienthttp.decision.BreakerMark;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** Many threads, many more keys than there is room for. */
@Timeout(60)
class ScopesStressTest {
    private static final int THREADS = 8;
    private static final int CALLS = 5_000;
    private static final int KEYS = 48;
    private static final int CAPACITY = 12;

    private final ScopesScene scene = new ScopesScene(CAPACITY);
    private final ExecutorService threads = Executors.newFixedThreadPool(THREADS);

    @AfterEach
    void stop() {
        threads.shutdownNow();
    }

    @Test
    void nobodyEntersWhatIsForgottenAndEveryPinIsGivenBack() throws Exception {
        List<Callable<Integer>> work = new ArrayList<>();
        for (int n = 0; n < THREADS; n++) {
            SplittableRandom random = new SplittableRandom(n);
            work.add(() -> calls(random));
        }
        int shared = 0;
        for (Future<Integer> result : threads.invokeAll(work)) {
            shared += result.get();
        }
        assertThat(shared).as("calls that had a scope of their own").isLessThan(THREADS * CALLS);
        assertThat(scene.scopes.all())
                .allSatisfy(scope -> assertThat(scope.active()).isZero());
        assertThat(scene.scopes.all()).hasSizeLessThanOrEqualTo(CAPACITY + 1);
        assertThat(scene.registries.breakers().getAllCircuitBreakers()).hasSameSizeAs(scene.scopes.all());
    }

    private int calls(SplittableRandom random) {
        int shared = 0;
        for (int n = 0; n < CALLS; n++) {
            scene.ticker.advance(Duration.ofMillis(7));
            String host = "h" + random.nextInt(KEYS);
            Scope scope = scene.acquire(host);
            assertThat(scope.active()).isPositive();
            boolean rest = scope.label().equals(ScopeKey.REST);
            assertThat(rest || scope.label().equals("https://" + host)).isTrue();
            shared += rest ? 1 : 0;
            if (random.nextInt(8) == 0) {
                assertThat(scene.remembers(scope)).as("remembered while inside").isTrue();
            }
            if (random.nextInt(50) == 0) {
                scope.close(scene.in(Duration.ofMillis(200)), scene.now());
            } else if (scope.closedUntil(scene.now()) == 0) {
                Permit permit = scope.permit();
                scope.enter(permit, scene.now(), 0);
                permit.settle(BreakerMark.SUCCESS, 0, null, true, false, true, scene.now());
                permit.cancel(scene.now());
            }
            scope.unpin();
        }
        return shared;
    }
}
