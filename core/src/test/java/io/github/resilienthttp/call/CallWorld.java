// SPDX-License-Identifier: Apache-2.0
package io.github.resilienthttp.call;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.resilience4j.retry.Retry;
import io.github.resilienthttp.decision.CallOutcome;
import io.github.resilienthttp.decision.CircuitState;
import io.github.resilienthttp.event.CallReport;
import io.github.resilienthttp.gate.Scope;
import io.github.resilienthttp.policy.Policy;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;

/** Several calls at once at one server, under random steps, next to what anyone may expect of them. */
final class CallWorld {
    private static final long RATE_MARGIN = 20_000_000;

    final CallScene scene;
    private final CountedTelemetry meters = new CountedTelemetry();
    /** When requests went out, those left out of which the server certainly saw nothing. */
    private final List<Long> sent = new ArrayList<>();
    /** From when on the permits of these count. */
    private final List<Long> counted = new ArrayList<>();

    private final List<CallInWorld> live = new ArrayList<>();
    private final List<CallReport> reports = new ArrayList<>();
    private long closedUntil;

    CallWorld(Policy policy) {
        scene = CallScene.counted(meters, settings -> policy.toBuilder());
    }

    long now() {
        return scene.time.nanos();
    }

    /** Until when the server wants to be left alone, as far as the client is to heed it. */
    long closedUntil() {
        return closedUntil;
    }

    void begun() {
        sent.add(now());
        counted.add(now());
    }

    /** It was with the server by now at the latest, where it was at all. */
    void ended(long begun, boolean neverSent) {
        counted.remove(begun);
        if (neverSent) {
            sent.remove(begun);
        } else {
            counted.add(Math.max(begun, now() - RATE_MARGIN));
        }
    }

    void take(CallAction action) {
        switch (action.kind()) {
            case BEGIN_GET, BEGIN_POST -> {
                CallInWorld call = new CallInWorld(this, action.kind() == CallAction.Kind.BEGIN_GET);
                live.add(call);
                call.begin();
            }
            case CANCEL -> pick(action, call -> true).ifPresent(CallInWorld::cancel);
            case CLOSE -> pick(action, call -> true).ifPresent(this::close);
            case TIME_PASSES -> passTo(now() + action.millis() * 1_000_000L);
            default -> pick(action, CallInWorld::sending).ifPresent(call -> answer(call, action));
        }
        passTo(now());
        List.copyOf(live).stream().filter(CallInWorld::over).forEach(this::close);
    }

    private Optional<CallInWorld> pick(CallAction action, Predicate<CallInWorld> which) {
        List<CallInWorld> some = live.stream().filter(which).toList();
        return some.isEmpty() ? Optional.empty() : Optional.of(some.get(action.pick() % some.size()));
    }

    private void answer(CallInWorld call, CallAction action) {
        WorldOutcome outcome = WorldOutcome.of(action);
        if (scene.client.policy().cooldown().enabled() && outcome.hintMillis() > 0) {
            closedUntil = Math.max(closedUntil, now() + outcome.hintMillis() * 1_000_000L);
        }
        call.answer(outcome);
    }

    private void close(CallInWorld call) {
        live.remove(call);
        reports.add(call.close());
    }

    /** Whoever waits asks again at its time, or when it is woken. */
    private void passTo(long end) {
        for (int steps = 0; ; steps++) {
            assertThat(steps).as("steps without any time passing").isLessThan(10_000);
            CallInWorld next = live.stream()
                    .min(Comparator.comparingLong(CallInWorld::resumesAt))
                    .orElse(null);
            if (next == null || next.resumesAt() > end) {
                break;
            }
            scene.time.advance(Duration.ofNanos(Math.max(0, next.resumesAt() - now())));
            next.resume();
        }
        scene.time.advance(Duration.ofNanos(Math.max(0, end - now())));
    }

    /** Everyone goes; and nothing that anybody held is left. */
    void end() {
        List.copyOf(live).forEach(this::close);
        assertRateLimit();
        assertRetryMeters();
        meters.assertTells(scene.ended);
        for (Scope scope : scene.client.scopes().all()) {
            assertThat(scope.active()).isZero();
            assertThat(scope.state(now()).waiting()).isZero();
        }
        assertRecovers();
    }

    private void assertRateLimit() {
        Policy.RateLimit limit = scene.client.policy().rateLimit();
        if (limit.permits() == null || limit.period() == null) {
            return;
        }
        int permits = limit.permits();
        for (int n = 0; n + permits < sent.size(); n++) {
            assertThat(sent.get(n + permits) - sent.get(n))
                    .as("every window")
                    .isGreaterThanOrEqualTo(limit.period().toNanos());
        }
        long window = limit.period().toNanos() + RATE_MARGIN;
        long counting = counted.stream().filter(time -> time > now() - window).count();
        scene.registries.limiters().getAllRateLimiters().forEach(limiter -> assertThat(
                        limiter.getMetrics().getAvailablePermissions())
                .as("permits of calls that were never sent are back")
                .isEqualTo(permits - (int) counting));
    }

    private void assertRetryMeters() {
        Retry.Metrics meters =
                scene.registries.retries().find("api").orElseThrow().getMetrics();
        assertThat(meters.getNumberOfSuccessfulCallsWithoutRetryAttempt())
                .isEqualTo(count(report -> report.outcome() == CallOutcome.SUCCESS));
        assertThat(meters.getNumberOfSuccessfulCallsWithRetryAttempt())
                .isEqualTo(count(report -> report.outcome() == CallOutcome.RECOVERED));
        assertThat(meters.getNumberOfFailedCallsWithRetryAttempt())
                .isEqualTo(count(report -> failed(report) && report.attempts().size() > 1));
        assertThat(meters.getNumberOfFailedCallsWithoutRetryAttempt())
                .isEqualTo(count(report -> failed(report) && report.attempts().size() <= 1));
        assertThat(scene.ended).hasSameSizeAs(reports);
    }

    private static boolean failed(CallReport report) {
        return report.outcome() == CallOutcome.FAILED || report.outcome() == CallOutcome.REFUSED;
    }

    private long count(Predicate<CallReport> which) {
        return reports.stream().filter(which).count();
    }

    /** Once the server is well again and has had its time, everything opens. */
    private void assertRecovers() {
        scene.time.advance(Duration.ofMinutes(5));
        for (int n = 0; n < 5; n++) {
            scene.time.advance(Duration.ofSeconds(5));
            scene.success();
        }
        for (Scope scope : scene.client.scopes().all()) {
            assertThat(scope.state(now()).circuit()).isIn(CircuitState.CLOSED, CircuitState.DISABLED);
            assertThat(scope.closedUntil(now())).isZero();
        }
    }
}
