// SPDX-License-Identifier: Apache-2.0
package io.github.resilienthttp.call;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.resilienthttp.meter.MicrometerTelemetry;
import io.github.resilienthttp.policy.PolicyBuilder;
import io.micrometer.core.instrument.Meter;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Statistic;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.util.Collection;
import java.util.function.UnaryOperator;
import java.util.stream.StreamSupport;

/** A client on fake time with its meters, and the words in which tests read them; tags in pairs. */
final class MeterScene {
    static final FakeRequest GET = FakeRequest.of("GET");

    final MeterRegistry registry = new SimpleMeterRegistry();
    final CallScene calls;

    private MeterScene(UnaryOperator<PolicyBuilder> settings) {
        calls = CallScene.measured(MicrometerTelemetry.of(registry), settings);
    }

    static MeterScene withDefaults() {
        return with(builder -> builder);
    }

    static MeterScene with(UnaryOperator<PolicyBuilder> settings) {
        return new MeterScene(settings);
    }

    /** How often, over all meters that have these tags. */
    double count(String name, String... tags) {
        return sum(Statistic.COUNT, name, tags);
    }

    /** Seconds, over all meters that have these tags. */
    double seconds(String name, String... tags) {
        return sum(name.endsWith("hint") ? Statistic.TOTAL : Statistic.TOTAL_TIME, name, tags);
    }

    double gauge(String name, String... tags) {
        return sum(Statistic.VALUE, name, tags);
    }

    private double sum(Statistic statistic, String name, String... tags) {
        Collection<Meter> found = registry.find(name).tags(tags).meters();
        assertThat(found).as(name).isNotEmpty();
        return found.stream()
                .flatMap(meter -> StreamSupport.stream(meter.measure().spliterator(), false))
                .filter(measured -> measured.getStatistic() == statistic)
                .mapToDouble(measured -> measured.getValue())
                .sum();
    }

    /** Nothing is in flight, and what is counted twice agrees. */
    void assertAtRest() {
        assertThat(gauge("resilient.http.active", "state", "sending")).isZero();
        assertThat(gauge("resilient.http.active", "state", "waiting")).isZero();
        assertThat(count("resilient.http.attempts", "attempt", "retry")).isEqualTo(count("resilient.http.retries"));
        double refused = registry.find("resilient.http.calls").tag("outcome", "refused").timers().stream()
                .mapToDouble(timer -> timer.count())
                .sum();
        assertThat(count("resilient.http.refusals")).isEqualTo(refused);
    }
}
