// SPDX-License-Identifier: Apache-2.0
package io.github.resilienthttp.call;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.management.ThreadMXBean;
import io.github.resilienthttp.ResilientHttp;
import io.github.resilienthttp.ResilientHttpBuilder;
import io.github.resilienthttp.hint.HeaderView;
import io.github.resilienthttp.meter.MicrometerTelemetry;
import io.github.resilienthttp.testkit.FakeTime;
import io.github.resilienthttp.testkit.NoHeaders;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import io.micrometer.prometheusmetrics.PrometheusConfig;
import io.micrometer.prometheusmetrics.PrometheusMeterRegistry;
import java.lang.management.ManagementFactory;
import java.time.Instant;
import org.junit.jupiter.api.Test;

/**
 * What the engine allocates for a call that goes well at once, in bytes; prints it. Independent of the machine's speed, and of
 * escape analysis as far as that only ever makes it less.
 */
class SuccessPathAllocationTest {
    private static final int CALLS = 20_000;
    private static final HeaderView NO_HEADERS = NoHeaders.INSTANCE;
    private static final FakeRequest GET = FakeRequest.of("GET");

    @Test
    void aCallThatGoesWellAllocatesLittle() {
        assertThat(bytesPerCall("", ResilientHttp.builder())).isLessThanOrEqualTo(160);
    }

    @Test
    void metersAddNothingToThat() {
        ResilientHttpBuilder simple =
                ResilientHttp.builder().telemetry(MicrometerTelemetry.of(new SimpleMeterRegistry()));
        PrometheusMeterRegistry prometheus = new PrometheusMeterRegistry(PrometheusConfig.DEFAULT);
        ResilientHttpBuilder scraped = ResilientHttp.builder().telemetry(MicrometerTelemetry.of(prometheus));

        long without = Long.MAX_VALUE;
        long withSimple = Long.MAX_VALUE;
        long withPrometheus = Long.MAX_VALUE;
        // The compiler only ever makes it less, at any moment: all three have the same chance.
        for (int round = 0; round < 5; round++) {
            without = Math.min(without, bytesPerCall("", ResilientHttp.builder()));
            withSimple = Math.min(withSimple, bytesPerCall(", simple meters", simple));
            withPrometheus = Math.min(withPrometheus, bytesPerCall(", Prometheus meters", scraped));
        }
        assertThat(withSimple).isEqualTo(without);
        assertThat(withPrometheus).isEqualTo(without);
    }

    @Test
    void metersCostOneReadingOfTheClock() {
        assertThat(readings(ResilientHttp.builder().telemetry(MicrometerTelemetry.of(new SimpleMeterRegistry()))))
                .isEqualTo(readings(ResilientHttp.builder()) + 1);
    }

    private static long readings(ResilientHttpBuilder builder) {
        CountedTime time = new CountedTime();
        try (ResilientHttp resilience = builder.time(time).build()) {
            ResilientClient client = resilience.client(ResilientHttp.DEFAULT_CLIENT);
            run(client, 1);
            time.readings = 0;
            run(client, 1);
            return time.readings;
        }
    }

    private static long bytesPerCall(String what, ResilientHttpBuilder builder) {
        try (ResilientHttp resilience = builder.time(new FakeTime()).build()) {
            ResilientClient client = resilience.client(ResilientHttp.DEFAULT_CLIENT);
            ThreadMXBean threads = (ThreadMXBean) ManagementFactory.getThreadMXBean();
            run(client, CALLS);

            long before = threads.getCurrentThreadAllocatedBytes();
            run(client, CALLS);
            long perCall = (threads.getCurrentThreadAllocatedBytes() - before) / CALLS;

            System.out.println("engine, success path" + what + ": " + perCall + " B per call");
            return perCall;
        }
    }

    private static void run(ResilientClient client, int calls) {
        for (int n = 0; n < calls; n++) {
            Call call = client.newCall(CallOptions.NONE);
            call.begin(GET);
            call.answered(1, 200, NO_HEADERS, true);
            call.close();
        }
    }

    private static final class CountedTime implements Time {
        private long readings;

        @Override
        public long nanos() {
            readings++;
            return 0;
        }

        @Override
        public Instant now() {
            readings++;
            return Instant.EPOCH;
        }

        @Override
        public void park(long until) {
            throw new UnsupportedOperationException("nobody waits");
        }
    }
}
