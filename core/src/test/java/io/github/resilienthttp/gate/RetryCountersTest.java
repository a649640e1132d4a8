// SPDX-License-Identifier: Apache-2.0
package io.github.resilienthttp.gate;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.resilience4j.retry.Retry;
import io.github.resilience4j.retry.RetryConfig;
import io.github.resilience4j.retry.event.RetryEvent;
import io.github.resilience4j.retry.event.RetryOnRetryEvent;
import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletionException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class RetryCountersTest {
    private final Resilience4jRegistries registries = Resilience4jRegistries.own();
    private final RetryCounters counters = registries.retry("github");
    private final Retry retry = registries.retries().retry("github");

    @Test
    void aSuccessAtTheFirstAttempt() {
        counters.succeeded();
        assertCounted(1, 0, 0, 0, 1);
    }

    @Test
    void aFailureAtTheFirstAttempt() {
        counters.failed();
        assertCounted(0, 0, 1, 0, 1);
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 2, 3, 10})
    void aSuccessAfterSoManyRetries(int retries) {
        after(retries).succeeded();
        assertCounted(0, 1, 0, 0, retries + 1);
    }

    /** Exhausted or given up early: the number of retries makes no difference. */
    @ParameterizedTest
    @ValueSource(ints = {1, 2, 3, 10})
    void aFailureAfterSoManyRetries(int retries) {
        after(retries).failed(null);
        assertCounted(0, 0, 0, 1, retries + 1);
    }

    @Test
    void wrappersAndTheMarkOfAnotherCaseCountTheSame() {
        after(1).failed(new CompletionException("no cause", null));
        after(1).failed(new CompletionException(new IOException()));
        assertCounted(0, 0, 0, 2, 4);
    }

    @Test
    void everyCallCountsOnce() {
        for (int i = 0; i < 5; i++) {
            counters.succeeded();
            after(i + 1).succeeded();
            after(i + 1).succeeded();
        }
        counters.failed();
        after(2).failed(new IOException());
        assertCounted(5, 10, 1, 1, 5 + 2 * (2 + 3 + 4 + 5 + 6) + 1 + 3);
    }

    @Test
    void theEventsTellTheWaitAndTheLastFailure() {
        List<RetryEvent> seen = new ArrayList<>();
        retry.getEventPublisher().onEvent(seen::add);
        IOException cause = new IOException("reset");
        RetryCounters.RetriedCall call = counters.retrying(7000);
        call.retrying(8000);
        call.failed(cause);
        counters.failed();
        assertThat(seen)
                .extracting(RetryEvent::getEventType)
                .containsExactly(
                        RetryEvent.Type.RETRY,
                        RetryEvent.Type.RETRY,
                        RetryEvent.Type.ERROR,
                        RetryEvent.Type.IGNORED_ERROR);
        assertThat(((RetryOnRetryEvent) seen.get(0)).getWaitInterval()).isEqualTo(Duration.ofSeconds(7));
        assertThat(((RetryOnRetryEvent) seen.get(1)).getWaitInterval()).isEqualTo(Duration.ofSeconds(8));
        assertThat(seen.get(2).getLastThrowable()).isSameAs(cause);
    }

    @Test
    void whatIsCountedWithAndWithoutAListenerAddsUp() {
        everyCallCountsOnce();
        retry.getEventPublisher().onEvent(event -> {});
        counters.succeeded();
        counters.failed();
        after(3).succeeded();
        after(1).failed(null);
        assertCounted(6, 11, 2, 2, 5 + 2 * (2 + 3 + 4 + 5 + 6) + 1 + 3 + 1 + 1 + 4 + 2);
    }

    @Test
    void theNumbersGoOnWhereAnEngineHadThem() {
        counters.succeeded();
        registries.retry("github").succeeded();
        assertThat(registries.retries().retry("github")).isSameAs(retry);
        assertCounted(2, 0, 0, 0, 2);
    }

    /** The traps: given up by a negative wait, no counter moves; at the end of its attempts it makes an exception. */
    @Test
    void theVerbsThatSuggestThemselvesCountNothingOrTooMuch() {
        Retry naive = Retry.of(
                "naive",
                RetryConfig.<Integer>custom()
                        .maxAttempts(3)
                        .retryOnResult(status -> status == 503)
                        .intervalBiFunction((attempt, outcome) -> -1L)
                        .build());
        naive.<Integer>asyncContext().onError(new IOException());
        Retry.Metrics metrics = naive.getMetrics();
        assertThat(metrics.getNumberOfFailedCallsWithoutRetryAttempt()
                        + metrics.getNumberOfFailedCallsWithRetryAttempt())
                .isZero();
        Retry.AsyncContext<Integer> stopped = naive.asyncContext();
        stopped.onResult(503);
        stopped.onComplete();
        assertThat(metrics.getNumberOfSuccessfulCallsWithRetryAttempt()).isEqualTo(1);
    }

    private RetryCounters.RetriedCall after(int retries) {
        RetryCounters.RetriedCall call = counters.retrying(10);
        for (int i = 1; i < retries; i++) {
            call.retrying(10);
        }
        return call;
    }

    private void assertCounted(int succeeded, int recovered, int failed, int exhausted, int attempts) {
        Retry.Metrics metrics = retry.getMetrics();
        assertThat(List.of(
                        metrics.getNumberOfSuccessfulCallsWithoutRetryAttempt(),
                        metrics.getNumberOfSuccessfulCallsWithRetryAttempt(),
                        metrics.getNumberOfFailedCallsWithoutRetryAttempt(),
                        metrics.getNumberOfFailedCallsWithRetryAttempt(),
                        metrics.getNumberOfTotalCalls()))
                .containsExactly((long) succeeded, (long) recovered, (long) failed, (long) exhausted, (long) attempts);
    }
}
