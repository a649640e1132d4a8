// SPDX-License-Identifier: Apache-2.0
package io.github.resilienthttp.meter;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.resilienthttp.ResilientHttp;
import io.github.resilienthttp.ResilientHttpBuilder;
import io.github.resilienthttp.call.Call;
import io.github.resilienthttp.call.CallOptions;
import io.github.resilienthttp.call.Step;
import io.github.resilienthttp.decision.CallOutcome;
import io.github.resilienthttp.event.AttemptOutcome;
import io.github.resilienthttp.event.ClientTelemetry;
import io.github.resilienthttp.event.RequestMethod;
import io.github.resilienthttp.policy.Policy;
import io.github.resilienthttp.testkit.FakeTime;
import io.github.resilienthttp.testkit.GivenRequest;
import io.github.resilienthttp.testkit.NoHeaders;
import io.micrometer.core.instrument.Meter;
import io.micrometer.core.instrument.Tag;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.lang.reflect.Proxy;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Names, kinds, tags and values of tags are a promise to dashboards and alerts. */
class MeterTableTest {
    /** Name, kind, base unit; then each tag but {@code client} with all its values. */
    private static final List<String> TABLE = List.of(
            "resilient.http.calls TIMER seconds"
                    + " method=DELETE,GET,HEAD,OPTIONS,PATCH,POST,PUT,QUERY,TRACE,other"
                    + " outcome=failed,recovered,refused,success",
            "resilient.http.attempts TIMER seconds attempt=first,retry outcome=2xx,429,4xx,5xx,io,timeout",
            "resilient.http.retries COUNTER - reason=broken,throttled,transient,unreachable",
            "resilient.http.retries.suppressed COUNTER - reason=attempts-exhausted,budget-exhausted,cancelled,"
                    + "circuit-open,cooling-down,deadline,forbidden-by-server,hint-too-long,no-hint,not-idempotent,"
                    + "not-replayable,rate-limited",
            "resilient.http.refusals COUNTER - reason=cancelled,circuit-open,cooling-down,deadline,rate-limited",
            "resilient.http.wait TIMER seconds source=backoff,cooldown,hint,rate-limit",
            "resilient.http.hint DISTRIBUTION_SUMMARY seconds honoured=no,yes",
            "resilient.http.budget GAUGE -",
            "resilient.http.cooldown GAUGE seconds",
            "resilient.http.active GAUGE - state=sending,waiting",
            "resilient.http.circuit GAUGE - state=closed,disabled,half-open,isolated,open",
            "resilient.http.circuit.failure.rate GAUGE -");

    private final SimpleMeterRegistry registry = new SimpleMeterRegistry();

    private String row(String name) {
        List<Meter> all = registry.getMeters().stream()
                .filter(meter -> meter.getId().getName().equals(name))
                .toList();
        Meter.Id one = all.get(0).getId();
        StringBuilder row = new StringBuilder(
                name + " " + one.getType() + " " + (one.getBaseUnit() == null ? "-" : one.getBaseUnit()));
        for (Tag tag : one.getTags()) {
            Set<String> values = all.stream()
                    .map(meter -> String.valueOf(meter.getId().getTag(tag.getKey())))
                    .collect(Collectors.toCollection(TreeSet::new));
            if (!"client".equals(tag.getKey())) {
                row.append(' ').append(tag.getKey()).append('=').append(String.join(",", values));
            }
        }
        return row.toString();
    }

    @Test
    void theTable() {
        try (ResilientHttp resilience = ResilientHttp.builder()
                .telemetry(MicrometerTelemetry.of(registry))
                .build()) {
            for (RequestMethod method : RequestMethod.values()) {
                call(resilience, method == RequestMethod.OTHER ? "BREW" : method.label(), "a.example", 200);
            }
            Set<String> names = registry.getMeters().stream()
                    .map(meter -> meter.getId().getName())
                    .collect(Collectors.toSet());
            assertThat(names.stream().map(this::row)).containsExactlyInAnyOrderElementsOf(TABLE);
            assertThat(registry.getMeters()).allSatisfy(meter -> {
                assertThat(meter.getId().getTag("client")).isEqualTo("default");
                assertThat(meter.getId().getDescription()).isNotBlank();
            });
        }
        assertThat(registry.getMeters()).isEmpty();
    }

    @Test
    void whatAlertsRiseFromIsThereFromTheStart() {
        try (ResilientHttp resilience = ResilientHttp.builder()
                .telemetry(MicrometerTelemetry.of(registry))
                .build()) {
            Set<String> rows = TABLE.stream()
                    .filter(row -> !row.startsWith("resilient.http.calls "))
                    .collect(Collectors.toSet());
            assertThat(rows).allSatisfy(row -> assertThat(row(row.substring(0, row.indexOf(' '))))
                    .isEqualTo(row));
            assertThat(resilience.clients()).hasSize(1);
            assertThat(registry.getMeters()).hasSize(49);
        }
    }

    @Test
    void theirNumberDependsOnNothingThatIsSent() {
        try (ResilientHttp resilience = ResilientHttp.builder()
                .telemetry(MicrometerTelemetry.of(registry))
                .build()) {
            call(resilience, "GET", "first.example", 200);
            call(resilience, "BREW0", "first.example", 200);
            int before = registry.getMeters().size();
            for (int n = 0; n < 100_000; n++) {
                call(resilience, "GET", "host" + n + ".example", n % 3 == 0 ? 503 : 200);
            }
            for (int n = 0; n < 1000; n++) {
                call(resilience, "BREW" + n, "first.example", 200 + n % 400);
            }
            assertThat(registry.getMeters()).hasSize(before);
            assertThat(before).isLessThan(100);
        }
    }

    private static void call(ResilientHttp resilience, String method, String host, int status) {
        Call call = resilience.clientFor(CallOptions.NONE, "https", host, -1).newCall(CallOptions.NONE);
        if (call.begin(new GivenRequest(method, host)) instanceof Step.Send) {
            call.answered(1, status, NoHeaders.INSTANCE, false);
        }
        call.close();
    }

    @Test
    void clientsOfOneNameShareTheirMetersUntilTheLastIsGone() {
        MicrometerTelemetry telemetry = MicrometerTelemetry.of(registry);
        ResilientHttp one = ResilientHttp.builder().telemetry(telemetry).build();
        ResilientHttp other = ResilientHttp.builder().telemetry(telemetry).build();
        call(one, "GET", "a.example", 200);
        call(other, "GET", "a.example", 200);
        one.close();
        one.close();
        assertThat(registry.get("resilient.http.calls")
                        .tag("outcome", "success")
                        .timer()
                        .count())
                .isEqualTo(2);
        other.close();
        assertThat(registry.getMeters()).isEmpty();
    }

    @Test
    void aCallThatOutlivesItsClientRegistersNothing() {
        ResilientHttp resilience = ResilientHttp.builder()
                .telemetry(MicrometerTelemetry.of(registry))
                .build();
        Call call = resilience.client("default").newCall(CallOptions.NONE);
        call.begin(new GivenRequest("GET", "a.example"));
        resilience.close();
        call.answered(1, 200, NoHeaders.INSTANCE, true);
        call.close();
        assertThat(registry.getMeters()).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(ints = {100, 200, 204, 304, 399})
    void belowFourHundredIsWell(int status) {
        assertThat(AttemptOutcome.ofStatus(status).label()).isEqualTo("2xx");
    }

    @Test
    void methodsAreCaseSensitive() {
        assertThat(Arrays.stream(RequestMethod.values())
                        .map(RequestMethod::label)
                        .map(RequestMethod::of))
                .containsExactly(RequestMethod.values());
        assertThat(RequestMethod.of("get")).isEqualTo(RequestMethod.OTHER);
    }

    @Test
    void oneThatThrowsAtEverythingChangesNothing() {
        ClientTelemetry broken = (ClientTelemetry) Proxy.newProxyInstance(
                getClass().getClassLoader(), new Class<?>[] {ClientTelemetry.class}, (proxy, method, arguments) -> {
                    throw new IllegalStateException(method.getName());
                });
        FakeTime time = new FakeTime();
        try (ResilientHttp resilience = ResilientHttp.builder()
                .time(time)
                .telemetry((client, gauges) -> broken)
                .build()) {
            Call call = resilience.client("default").newCall(CallOptions.NONE);
            call.begin(new GivenRequest("GET", "a.example"));
            Step wait = call.answered(1, 503, NoHeaders.INSTANCE, true);
            time.advance(Duration.ofNanos(((Step.Wait) wait).until() - time.nanos()));
            call.resumed();
            call.answered(2, 200, NoHeaders.INSTANCE, true);
            call.close();
            assertThat(call.report().outcome()).isEqualTo(CallOutcome.RECOVERED);
        }
    }

    @Test
    void aFrontDoorThatCannotBeBuiltLeavesNoMeters() {
        MicrometerTelemetry telemetry = MicrometerTelemetry.of(registry);
        ResilientHttpBuilder builder = ResilientHttp.builder()
                .client(Policy.builder("good").build())
                .client(Policy.builder("bad").build())
                .telemetry((client, gauges) -> {
                    if (client.equals("bad")) {
                        throw new IllegalStateException("no room");
                    }
                    return telemetry.client(client, gauges);
                });
        assertThatThrownBy(builder::build).hasMessage("no room");
        assertThat(registry.getMeters()).isEmpty();
    }
}
