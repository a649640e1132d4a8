// SPDX-License-Identifier: Apache-2.0
package io.github.resilienthttp.meter;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.resilienthttp.ResilientHttp;
import io.github.resilienthttp.call.Call;
import io.github.resilienthttp.call.CallOptions;
import io.github.resilienthttp.testkit.GivenRequest;
import io.github.resilienthttp.testkit.NoHeaders;
import io.micrometer.core.instrument.Meter;
import io.micrometer.core.instrument.config.MeterFilter;
import io.micrometer.core.instrument.distribution.DistributionStatisticConfig;
import io.micrometer.prometheusmetrics.PrometheusConfig;
import io.micrometer.prometheusmetrics.PrometheusMeterRegistry;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;

class PrometheusScrapeTest {
    private final PrometheusMeterRegistry registry = new PrometheusMeterRegistry(PrometheusConfig.DEFAULT);

    private String scrapeAfterSomeCalls() {
        try (ResilientHttp resilience = ResilientHttp.builder()
                .telemetry(MicrometerTelemetry.of(registry))
                .build()) {
            for (int status : List.of(200, 404, 429, 503, 302)) {
                Call call = resilience.client("default").newCall(CallOptions.NONE);
                call.begin(new GivenRequest(status == 404 ? "BREW" : "POST", "a.example"));
                call.answered(1, status, NoHeaders.INSTANCE, false);
                call.close();
            }
            return registry.scrape();
        }
    }

    @Test
    void noSampleComesTwiceAndEachNameHasOneSetOfLabels() {
        Map<String, Set<String>> labels = new HashMap<>();
        Set<String> samples = new HashSet<>();
        scrapeAfterSomeCalls().lines().filter(line -> !line.startsWith("#")).forEach(line -> {
            String sample = line.substring(0, line.lastIndexOf(' '));
            assertThat(samples.add(sample)).as(sample).isTrue();
            String name = sample.substring(0, sample.indexOf('{'));
            Set<String> keys = new TreeSet<>();
            for (String label :
                    sample.substring(name.length() + 1, sample.length() - 1).split(",", -1)) {
                keys.add(label.substring(0, label.indexOf('=')));
            }
            assertThat(labels.computeIfAbsent(name, first -> keys)).as(name).isEqualTo(keys);
        });
        assertThat(labels.keySet())
                .contains(
                        "resilient_http_calls_seconds_count",
                        "resilient_http_calls_seconds_sum",
                        "resilient_http_calls_seconds_max",
                        "resilient_http_attempts_seconds_count",
                        "resilient_http_retries_total",
                        "resilient_http_retries_suppressed_total",
                        "resilient_http_refusals_total",
                        "resilient_http_wait_seconds_count",
                        "resilient_http_hint_seconds_count",
                        "resilient_http_budget",
                        "resilient_http_cooldown_seconds",
                        "resilient_http_active",
                        "resilient_http_circuit",
                        "resilient_http_circuit_failure_rate")
                .noneMatch(name -> name.endsWith("_bucket"));
    }

    @Test
    void whoAsksForAHistogramGetsIt() {
        registry.config().meterFilter(new MeterFilter() {
            @Override
            public DistributionStatisticConfig configure(Meter.Id id, DistributionStatisticConfig config) {
                return id.getName().equals("resilient.http.attempts")
                        ? DistributionStatisticConfig.builder()
                                .percentilesHistogram(true)
                                .build()
                                .merge(config)
                        : config;
            }
        });
        assertThat(scrapeAfterSomeCalls())
                .contains("resilient_http_attempts_seconds_bucket{")
                .doesNotContain("resilient_http_calls_seconds_bucket");
    }

    @Test
    void whoDeniesAMeterDoesNotGetIt() {
        registry.config().meterFilter(MeterFilter.denyNameStartsWith("resilient.http.calls"));
        assertThat(scrapeAfterSomeCalls())
                .doesNotContain("resilient_http_calls")
                .contains("resilient_http_attempts");
    }

    @Test
    void nothingIsLeftOnceTheClientIsGone() {
        assertThat(scrapeAfterSomeCalls()).isNotBlank();
        assertThat(registry.scrape()).doesNotContain("resilient_http");
    }
}
