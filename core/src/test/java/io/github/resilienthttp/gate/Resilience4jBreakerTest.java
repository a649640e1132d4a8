package io.github.resilienthttp.gate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.resilience4j.circuitbreaker.CircuitBreaker;
import io.github.resilience4j.circuitbreaker.event.CircuitBreakerOnErrorEvent;
import io.github.resilienthttp.policy.BreakerWindow;
import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.Test;

class Resilience4jBreakerTest {
    private final SteppedTicker ticker = new SteppedTicker();
    private final Resilience4jRegistries registries = Resilience4jRegistries.own();
    private final Breaker breaker = registries.breaker("github", GateSettings.breaker(), ticker);

    @Test
    void opensAtTheThresholdAndSaysUntilWhen() {
        ticker.advance(Duration.ofSeconds(3));
        assertThat(breaker.openUntil(ticker.nanos())).isEqualTo(Breaker.NOT_OPEN);
        fail(breaker, 3);
        assertThat(breaker.state()).isEqualTo(Breaker.State.CLOSED);
        fail(breaker, 1);
        assertThat(breaker.state()).isEqualTo(Breaker.State.OPEN);
        assertThat(breaker.tryAcquire()).isNull();
        long until = breaker.openUntil(ticker.nanos());
        assertThat(until).isEqualTo(Duration.ofSeconds(13).toNanos() + 1);
        ticker.set(until - 1);
        assertThat(breaker.openUntil(ticker.nanos())).isEqualTo(until);
        assertThat(breaker.tryAcquire()).isNull();
        ticker.set(until);
        assertThat(breaker.openUntil(ticker.nanos())).isEqualTo(Breaker.NOT_OPEN);
        assertThat(breaker.tryAcquire()).isNotNull();
        assertThat(breaker.state()).isEqualTo(Breaker.State.HALF_OPEN);
    }

    @Test
    void halfOpenItAdmitsItsProbesAndClosesOnTheirSuccess() {
        toHalfOpen(breaker, ticker);
        List<Object> probes = new ArrayList<>();
        for (int i = 0; i < GateSettings.HALF_OPEN_CALLS; i++) {
            probes.add(acquire(breaker));
        }
        assertThat(breaker.tryAcquire()).isNull();
        probes.forEach(probe -> breaker.success(probe, 0));
        assertThat(breaker.state()).isEqualTo(Breaker.State.CLOSED);
        assertThat(breaker.openUntil(ticker.nanos())).isEqualTo(Breaker.NOT_OPEN);
    }

    @Test
    void failedProbesOpenItAgainForTheWholeTime() {
        toHalfOpen(breaker, ticker);
        fail(breaker, GateSettings.HALF_OPEN_CALLS);
        assertThat(breaker.state()).isEqualTo(Breaker.State.OPEN);
        assertThat(breaker.openUntil(ticker.nanos()))
                .isEqualTo(ticker.nanos() + GateSettings.OPEN_FOR.toNanos() + 1);
    }

    @Test
    void isIsolatedAndClosedByHand() {
        Object before = acquire(breaker);
        breaker.isolate();
        breaker.isolate();
        assertThat(breaker.state()).isEqualTo(Breaker.State.ISOLATED);
        assertThat(breaker.openUntil(Long.MAX_VALUE - 1)).isEqualTo(Breaker.UNKNOWN);
        assertThat(breaker.tryAcquire()).isNull();
        breaker.success(before, 0);
        breaker.release(before);
        breaker.close();
        breaker.close();
        assertThat(breaker.state()).isEqualTo(Breaker.State.CLOSED);
        assertThat(breaker.tryAcquire()).isNotNull();
        fail(breaker, 4);
        breaker.close();
        assertThat(breaker.openUntil(ticker.nanos())).isEqualTo(Breaker.NOT_OPEN);
    }

    @Test
    void whileClosedNeitherNeutralNorReleaseCounts() {
        breaker.neutral(acquire(breaker));
        breaker.release(acquire(breaker));
        assertThat(instance().getMetrics().getNumberOfBufferedCalls()).isZero();
        fail(breaker, 4);
        assertThat(breaker.state()).isEqualTo(Breaker.State.OPEN);
    }

    @Test
    void countsSlowCallsOnlyWhereAsked() {
        assertThat(breaker.timed()).isFalse();
        Breaker timed = registries.breaker(
                "timed", GateSettings.breaker(new BreakerWindow(10, null), Duration.ofMillis(100), true), ticker);
        assertThat(timed.timed()).isTrue();
        for (int i = 0; i < 4; i++) {
            timed.success(acquire(timed), Duration.ofMillis(i % 2 == 0 ? 101 : 99).toNanos());
        }
        assertThat(timed.state()).isEqualTo(Breaker.State.OPEN);
    }

    @Test
    void aTimeWindowRunsOnTheTicker() {
        Breaker timed = registries.breaker(
                "window", GateSettings.breaker(new BreakerWindow(0, Duration.ofMillis(4500)), null, true), ticker);
        CircuitBreaker window = registries.breakers().circuitBreaker("window");
        assertThat(window.getCircuitBreakerConfig().getSlidingWindowSize()).isEqualTo(5);
        fail(timed, 3);
        // It forgets by whole seconds of its clock: somewhere between four seconds and five.
        ticker.advance(Duration.ofMillis(3900));
        assertThat(window.getMetrics().getNumberOfFailedCalls()).isEqualTo(3);
        ticker.advance(Duration.ofMillis(1200));
        fail(timed, 3);
        assertThat(timed.state()).isEqualTo(Breaker.State.CLOSED);
        fail(timed, 1);
        assertThat(timed.state()).isEqualTo(Breaker.State.OPEN);
    }

    @Test
    void showsTheCauseOfAFailureInItsEvents() {
        List<Throwable> seen = new ArrayList<>();
        instance().getEventPublisher().onError((CircuitBreakerOnErrorEvent event) -> seen.add(event.getThrowable()));
        IOException cause = new IOException("reset");
        breaker.failure(acquire(breaker), 0, cause);
        breaker.failure(acquire(breaker), 0, null);
        assertThat(seen).containsExactly(cause, HttpServerFailure.ERROR_STATUS);
        assertThat(HttpServerFailure.ERROR_STATUS.getStackTrace()).isEmpty();
    }

    @Test
    void refusesAWindowThatNobodyCanCount() {
        BreakerWindow endless = new BreakerWindow(0, Duration.ofDays(100_000));
        assertThatThrownBy(() -> registries.breaker("endless", GateSettings.breaker(endless, null, true), ticker))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContainingAll("circuit-breaker.window", "PT2400000H", "is not allowed");
    }

    @Test
    void aBreakerSwitchedOffAlwaysAdmits() {
        Breaker off =
                registries.breaker("off", GateSettings.breaker(new BreakerWindow(10, null), null, false), ticker);
        fail(off, 100);
        off.neutral(acquire(off));
        off.release(acquire(off));
        off.success(acquire(off), 0);
        off.isolate();
        off.close();
        assertThat(off.state()).isEqualTo(Breaker.State.DISABLED);
        assertThat(off.openUntil(0)).isEqualTo(Breaker.NOT_OPEN);
        assertThat(off.timed()).isFalse();
        assertThat(acquire(off)).isSameAs(acquire(off));
        assertThat(registries.breakers().getAllCircuitBreakers()).hasSize(1);
    }

    private CircuitBreaker instance() {
        return registries.breakers().circuitBreaker("github");
    }

    static Object acquire(Breaker breaker) {
        return Objects.requireNonNull(breaker.tryAcquire());
    }

    static void fail(Breaker breaker, int times) {
        for (int i = 0; i < times; i++) {
            breaker.failure(acquire(breaker), 0, null);
        }
    }

    /** Opens it and lets the open time pass: the next permit is the first of the half-open state. */
    static void toHalfOpen(Breaker breaker, SteppedTicker ticker) {
        fail(breaker, 4);
        assertThat(breaker.state()).isEqualTo(Breaker.State.OPEN);
        ticker.set(breaker.openUntil(ticker.nanos()));
    }
}
