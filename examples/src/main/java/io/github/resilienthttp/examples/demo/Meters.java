// SPDX-License-Identifier: Apache-2.0
package io.github.resilienthttp.examples.demo;

import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.Meter;
import io.micrometer.core.instrument.Timer;
import io.micrometer.core.instrument.config.MeterFilter;
import io.micrometer.core.instrument.distribution.DistributionStatisticConfig;
import io.micrometer.prometheusmetrics.PrometheusConfig;
import io.micrometer.prometheusmetrics.PrometheusMeterRegistry;
import java.util.concurrent.TimeUnit;
import java.util.stream.DoubleStream;

/** The registry of a run, with histograms, so that percentiles can be seen. Thread-safe. */
final class Meters implements AutoCloseable {
    /** Seconds. */
    private static final double[] BUCKETS = {0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 5, 10, 30};

    private final PrometheusMeterRegistry registry = new PrometheusMeterRegistry(PrometheusConfig.DEFAULT);

    Meters() {
        registry.config().commonTags("application", "resilient-http-demo").meterFilter(new Histograms());
    }

    PrometheusMeterRegistry registry() {
        return registry;
    }

    /** What Prometheus reads. */
    String scrape() {
        return registry.scrape();
    }

    /** Calls in flight that are in that state. */
    long active(String client, String state) {
        Gauge gauge = registry.find("resilient.http.active")
                .tags("client", client, "state", state)
                .gauge();
        return gauge == null ? 0 : Math.round(gauge.value());
    }

    /** How long calls have waited in all, because of that. */
    long waitedMillis(String client, String source) {
        Timer timer = registry.find("resilient.http.wait")
                .tags("client", client, "source", source)
                .timer();
        return timer == null ? 0 : Math.round(timer.totalTime(TimeUnit.MILLISECONDS));
    }

    @Override
    public void close() {
        registry.close();
    }

    private static final class Histograms implements MeterFilter {
        @Override
        public DistributionStatisticConfig configure(Meter.Id id, DistributionStatisticConfig config) {
            if (id.getType() != Meter.Type.TIMER || !id.getName().startsWith("resilient.http.")) {
                return config;
            }
            return DistributionStatisticConfig.builder()
                    .serviceLevelObjectives(DoubleStream.of(BUCKETS)
                            .map(seconds -> seconds * 1e9)
                            .toArray())
                    .build()
                    .merge(config);
        }
    }
}
