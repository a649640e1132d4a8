// SPDX-License-Identifier: Apache-2.0
package io.github.resilienthttp.gate;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.resilienthttp.decision.BreakerMark;
import io.github.resilienthttp.policy.Policy;
import io.github.resilienthttp.policy.RateMargin;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.PriorityQueue;
import java.util.concurrent.atomic.AtomicLong;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.LongRange;
import net.jqwik.api.constraints.Size;

/** The promise as the server sees it: requests that reach it late count from when they do. */
class RateLimitArrivalProperties {
    private static final long MILLI = 1_000_000;

    @Property(tries = 500)
    void noWindowOfThePeriodHoldsMoreThanThePermitsHoweverLateRequestsArrive(
            @ForAll @IntRange(min = 1, max = 6) int permits,
            @ForAll @Size(min = 5, max = 40) List<@LongRange(min = 0, max = 900) Long> gaps,
            @ForAll @Size(min = 5, max = 40) List<@LongRange(min = 0, max = 700) Long> lateness) {
        long period = 1_000;
        AtomicLong clock = new AtomicLong(1_000 * MILLI);
        Policy policy = Policy.builder("api")
                .rateLimit(permits, Duration.ofMillis(period))
                .rateLimitMaxWait(Duration.ofHours(1))
                .build();
        Gatehouse house = new Gatehouse(policy, 10, Resilience4jRegistries.own(), clock::get);
        List<Long> arrivals = new ArrayList<>();

        for (int n = 0; n < gaps.size(); n++) {
            clock.addAndGet(gaps.get(n) * MILLI / 4);
            Scope scope = house.scopes().acquire("https", "api.example", 443, null, clock.get());
            Permit permit = scope.permit();
            Admission answer = scope.enter(permit, clock.get(), Long.MAX_VALUE);
            while (answer.kind() == Admission.Kind.WAIT) {
                clock.set(Math.max(clock.get(), answer.until()));
                answer = scope.enter(permit, clock.get(), Long.MAX_VALUE);
            }
            assertThat(answer.kind()).isEqualTo(Admission.Kind.GO);
            clock.addAndGet(lateness.get(n % lateness.size()) * MILLI);
            arrivals.add(clock.get());
            permit.settle(BreakerMark.SUCCESS, 0, null, true, false, true, clock.get());
            scope.unpin();
        }

        Collections.sort(arrivals);
        for (int n = permits; n < arrivals.size(); n++) {
            assertThat(arrivals.get(n) - arrivals.get(n - permits)).isGreaterThanOrEqualTo(period * MILLI);
        }
    }

    @Property(tries = 300)
    void whoWaitsGoesInTheWindowItWasToldHoweverLateItsThreadWakes(
            @ForAll @IntRange(min = 1, max = 12) int permits,
            @ForAll @IntRange(min = 1, max = 40) int callers,
            @ForAll @Size(min = 5, max = 40) List<@LongRange(min = 0, max = 9) Long> wakesLate) {
        AtomicLong clock = new AtomicLong(1_000 * MILLI);
        Policy policy = Policy.builder("api")
                .rateLimit(permits, Duration.ofMillis(1_000))
                .rateLimitMargin(new RateMargin(0, Duration.ofMillis(500)))
                .rateLimitMaxWait(Duration.ofHours(1))
                .build();
        Scope scope = new Gatehouse(policy, 10, Resilience4jRegistries.own(), clock::get)
                .scopes()
                .acquire("https", "api.example", 443, null, clock.get());
        PriorityQueue<Waiting> line = new PriorityQueue<>(Comparator.comparingLong(Waiting::wakes));
        for (int n = 0; n < callers; n++) {
            line.add(new Waiting(scope.permit(), clock.get()));
        }

        for (int asked = 0; !line.isEmpty(); asked++) {
            assertThat(asked).as("asked").isLessThan(callers * 10);
            Waiting next = line.remove();
            clock.set(Math.max(clock.get(), next.wakes()) + 1_000);
            Admission answer = scope.enter(next.permit(), clock.get(), Long.MAX_VALUE);
            if (answer.kind() == Admission.Kind.WAIT) {
                long late = wakesLate.get(asked % wakesLate.size()) * MILLI;
                line.add(new Waiting(next.permit(), answer.until() + late));
            } else {
                next.permit().settle(BreakerMark.SUCCESS, 0, null, true, false, true, clock.get());
            }
        }

        long windows = (callers - 1L) / permits;
        assertThat(clock.get()).isLessThan((1_000 + windows * (1_500 + 20) + 100) * MILLI);
    }

    private record Waiting(Permit permit, long wakes) {}
}
