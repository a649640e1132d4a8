// SPDX-License-Identifier: Apache-2.0
package io.github.resilienthttp.meter;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.resilienthttp.ResilientHttp;
import io.github.resilienthttp.call.Call;
import io.github.resilienthttp.call.CallOptions;
import io.github.resilienthttp.call.Step;
import io.github.resilienthttp.hint.HeaderLines;
import io.github.resilienthttp.hint.HeaderView;
import io.github.resilienthttp.testkit.GivenRequest;
import io.micrometer.core.instrument.Meter;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/** No word of a server's, and no number that is none, makes a meter or the value of a tag. */
class HostileMetersTest {
    private static final int ANSWERS = 2000;

    private final SimpleMeterRegistry registry = new SimpleMeterRegistry();

    @Test
    void neitherStatusesNorHeadersMakeMeters() {
        try (ResilientHttp resilience = ResilientHttp.builder()
                .telemetry(MicrometerTelemetry.of(registry))
                .build()) {
            answer(resilience, 0);
            Set<Meter.Id> before = meters();

            for (int n = 1; n <= ANSWERS; n++) {
                answer(resilience, n);
            }

            // Of an outcome that had not been seen before, at most.
            assertThat(meters()).hasSizeLessThan(before.size() + 4).containsAll(before);
            assertThat(meters()).allSatisfy(id -> assertThat(id.getTags())
                    .noneMatch(tag -> tag.getValue().contains("evil")));
        }
    }

    /** Statuses of any number of digits, below zero as well; words that would be new each time. */
    private static void answer(ResilientHttp resilience, int n) {
        String evil = "evil-" + n + "\r\n\u001b[31m";
        HeaderView headers = HeaderLines.of(
                "Retry-After",
                evil,
                "RateLimit",
                "\"" + evil + "\";r=0;t=" + n,
                "X-RateLimit-Reset",
                Integer.toString(n),
                "X-Request-Id",
                evil,
                "Content-Type",
                evil,
                "Location",
                "https://" + evil);
        int status = n % 2 == 0 ? n * 7919 : 400 - n;
        Call call = resilience
                .clientFor(CallOptions.NONE, "https", "host" + n + ".example", -1)
                .newCall(CallOptions.NONE);
        if (call.begin(new GivenRequest("GET", "host" + n + ".example")) instanceof Step.Send) {
            call.answered(1, status, headers, false);
        }
        call.close();
    }

    private Set<Meter.Id> meters() {
        return registry.getMeters().stream().map(Meter::getId).collect(Collectors.toSet());
    }
}
