package io.github.resilienthttp.gate;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.resilienthttp.decision.BreakerMark;
import io.github.resilienthttp.policy.Policy;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
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
}
