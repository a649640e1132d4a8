// SPDX-License-Identifier: Apache-2.0
package io.github.resilienthttp.gate;

import static io.github.resilienthttp.gate.Resilience4jBreakerTest.acquire;
import static io.github.resilienthttp.gate.Resilience4jBreakerTest.fail;
import static io.github.resilienthttp.gate.Resilience4jBreakerTest.toHalfOpen;
import static java.util.concurrent.TimeUnit.NANOSECONDS;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.resilience4j.circuitbreaker.CircuitBreaker;
import io.github.resilience4j.circuitbreaker.ResultRecordedAsFailureException;
import io.github.resilience4j.core.EventProcessor;
import java.io.IOException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Where Resilience4j's breaker, driven without care, does what nobody wants. */
class BreakerTrapsTest {
    private final SteppedTicker ticker = new SteppedTicker();
    private final Resilience4jRegistries registries = Resilience4jRegistries.own();
    private final Breaker breaker = registries.breaker("github", GateSettings.breaker(), ticker);
    private final CircuitBreaker instance = registries.breakers().circuitBreaker("github");

    /** What the rest is built on, and is not promised: if a new version fails here, find another token. */
    @Test
    void eachClosedAndEachHalfOpenStateHasMetricsOfItsOwnAndTheOpenOneThoseBefore() {
        Object closed = instance.getMetrics();
        instance.transitionToOpenState();
        assertThat((Object) instance.getMetrics()).isSameAs(closed);
        instance.transitionToHalfOpenState();
        Object halfOpen = instance.getMetrics();
        assertThat(halfOpen).isNotSameAs(closed);
        instance.transitionToOpenState();
        assertThat((Object) instance.getMetrics()).isSameAs(halfOpen);
        instance.transitionToHalfOpenState();
        Object again = instance.getMetrics();
        assertThat(again).isNotSameAs(halfOpen);
        instance.transitionToClosedState();
        assertThat((Object) instance.getMetrics()).isNotSameAs(again).isNotSameAs(closed);
    }

    @Test
    void successesFromBeforeItOpenedDoNotCloseIt() {
        List<Object> old = List.of(acquire(breaker), acquire(breaker), acquire(breaker));
        toHalfOpen(breaker, ticker);
        acquire(breaker);
        old.forEach(token -> breaker.success(token, 0));
        assertThat(breaker.state()).isEqualTo(Breaker.State.HALF_OPEN);
        assertThat(instance.getMetrics().getNumberOfBufferedCalls()).isZero();
    }

    @Test
    void failuresAndNeutralOutcomesFromBeforeItOpenedDoNotCountWhenHalfOpen() {
        List<Object> old = new ArrayList<>();
        for (int i = 0; i < 6; i++) {
            old.add(acquire(breaker));
        }
        toHalfOpen(breaker, ticker);
        acquire(breaker);
        old.subList(0, 3).forEach(token -> breaker.failure(token, 0, null));
        old.subList(3, 6).forEach(breaker::neutral);
        assertThat(breaker.state()).isEqualTo(Breaker.State.HALF_OPEN);
        assertThat(instance.getMetrics().getNumberOfBufferedCalls()).isZero();
    }

    @Test
    void failuresOfProbesDoNotCountInTheStateAfter() {
        toHalfOpen(breaker, ticker);
        List<Object> probes = List.of(acquire(breaker), acquire(breaker), acquire(breaker));
        breaker.close();
        probes.forEach(probe -> breaker.failure(probe, 0, null));
        assertThat(instance.getMetrics().getNumberOfBufferedCalls()).isZero();
    }

    @Test
    void permitsFromBeforeItOpenedDoNotAddToThoseOfTheProbes() {
        List<Object> old = List.of(acquire(breaker), acquire(breaker), acquire(breaker));
        toHalfOpen(breaker, ticker);
        acquire(breaker);
        old.forEach(breaker::release);
        assertThat(admitted()).isEqualTo(GateSettings.HALF_OPEN_CALLS - 1);
    }

    @Test
    void aProbeThatIsReleasedMakesRoomForAnother() {
        toHalfOpen(breaker, ticker);
        for (int i = 0; i < 20; i++) {
            breaker.release(acquire(breaker));
        }
        assertThat(breaker.state()).isEqualTo(Breaker.State.HALF_OPEN);
        assertThat(admitted()).isEqualTo(GateSettings.HALF_OPEN_CALLS);
    }

    /** A limit of the half-open time would open it again here, with no timer of ours it stays; hence every permit is settled. */
    @Test
    void aProbeNeverSettledKeepsItHalfOpen() {
        toHalfOpen(breaker, ticker);
        Object lost = acquire(breaker);
        breaker.success(acquire(breaker), 0);
        breaker.success(acquire(breaker), 0);
        ticker.advance(Duration.ofDays(1));
        assertThat(breaker.tryAcquire()).isNull();
        breaker.release(lost);
        breaker.success(acquire(breaker), 0);
        assertThat(breaker.state()).isEqualTo(Breaker.State.CLOSED);
    }

    /** As 429s do: ignored, they would be let through for ever without an end of the half-open state. */
    @Test
    void neutralProbesLetItClose() {
        toHalfOpen(breaker, ticker);
        for (int i = 0; i < GateSettings.HALF_OPEN_CALLS; i++) {
            breaker.neutral(acquire(breaker));
        }
        assertThat(breaker.state()).isEqualTo(Breaker.State.CLOSED);
    }

    @Test
    void theWallClockDoesNotMatter() {
        Clock clock = instance.getCircuitBreakerConfig().getClock();
        Instant before = clock.instant();
        assertThat(before).isBetween(Instant.now().minusSeconds(60), Instant.now());
        fail(breaker, 4);
        ticker.advance(GateSettings.OPEN_FOR);
        assertThat(clock.instant()).isEqualTo(before.plus(GateSettings.OPEN_FOR));
        assertThat(breaker.tryAcquire()).isNull();
        ticker.advance(Duration.ofNanos(1));
        assertThat(breaker.tryAcquire()).isNotNull();
    }

    @Test
    void failuresAreNoResultsAndCarryNoTraceOfTheirOwn() {
        List<Throwable> seen = new ArrayList<>();
        instance.getEventPublisher().onError(event -> seen.add(event.getThrowable()));
        fail(breaker, 2);
        assertThat(seen).hasSize(2).noneMatch(ResultRecordedAsFailureException.class::isInstance);
        assertThat(seen).allMatch(failure -> failure == HttpServerFailure.ERROR_STATUS);
    }

    @Test
    void nobodyListensUnlessTheApplicationDoes() {
        EventProcessor<?> events = (EventProcessor<?>) instance.getEventPublisher();
        fail(breaker, 4);
        assertThat(events.hasConsumers()).isFalse();
        instance.getEventPublisher().onSuccess(event -> {});
        assertThat(events.hasConsumers()).isTrue();
    }

    /** The trap itself: what an exception of ours would count as, had the breaker not been told to count it. */
    @Test
    void aFailureIsASuccessForABreakerThatDoesNotRecordIt() {
        CircuitBreaker naive = CircuitBreaker.of(
                "naive",
                io.github.resilience4j.circuitbreaker.CircuitBreakerConfig.custom()
                        .recordExceptions(IllegalStateException.class)
                        .build());
        naive.onError(0, NANOSECONDS, HttpServerFailure.ERROR_STATUS);
        assertThat(naive.getMetrics().getNumberOfSuccessfulCalls()).isEqualTo(1);
        breaker.failure(acquire(breaker), 0, new IOException());
        assertThat(instance.getMetrics().getNumberOfFailedCalls()).isEqualTo(1);
    }

    private int admitted() {
        int admitted = 0;
        while (admitted < 100 && breaker.tryAcquire() != null) {
            admitted++;
        }
        return admitted;
    }
}
