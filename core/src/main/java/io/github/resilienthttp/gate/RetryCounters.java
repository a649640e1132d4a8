// SPDX-License-Identifier: Apache-2.0
package io.github.resilienthttp.gate;

import io.github.resilience4j.retry.Retry;
import io.github.resilience4j.retry.RetryConfig;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/**
 * Keeps the four counters of a Resilience4j retry right: every call counts once, as the engine says. Resilience4j decides
 * nothing here and waits for nothing. Its number of total calls is the number of attempts.
 *
 * <p>A call that is given up early has no verb of its own there: a failure below the greatest number of attempts always
 * counts as one more retry to come. So the configuration has two attempts, whatever the policy says: the second failure of
 * a context ends the call, and the retries before the last one have contexts of their own. The price: in the events of
 * such an instance the number of attempts is 1 or 2. Thread-safe.
 */
final class RetryCounters {
    /** Its identity marks the retries of an engine. */
    @SuppressWarnings("UnnecessaryLambda")
    private static final Predicate<Long> ALWAYS = wait -> true;

    private final CountedRetry retry;

    RetryCounters(CountedRetry retry) {
        this.retry = retry;
    }

    static RetryConfig config() {
        return RetryConfig.<Long>custom()
                .maxAttempts(2)
                .retryOnResult(ALWAYS)
                .intervalBiFunction((attempt, outcome) -> outcome.get())
                .retryOnException(failure -> failure != HttpServerFailure.NOT_RETRIED)
                .failAfterMaxAttempts(false)
                .writableStackTraceEnabled(false)
                .build();
    }

    /** Whether a retry was made by an engine, not by the application. */
    static boolean ours(RetryConfig config) {
        return config.<Long>getResultPredicate() == ALWAYS;
    }

    /** A call succeeded at its first attempt. */
    void succeeded() {
        // No event tells of it.
        retry.succeeded.increment();
    }

    /** A call failed, was given up or refused, and had not been sent a second time. */
    void failed() {
        if (retry.heard()) {
            retry.<Long>asyncContext().onError(HttpServerFailure.NOT_RETRIED);
        } else {
            retry.failed.increment();
        }
    }

    /** A call is going to be sent a second time. The answer takes what becomes of it. */
    RetriedCall retrying(long waitMillis) {
        return new RetriedCall(waitMillis);
    }

    /** A call that was or will be sent more than once. For one thread at a time; ends with one of the two ends. */
    final class RetriedCall {
        /** Null where nobody listens: then only counts matter. */
        private Retry.@Nullable AsyncContext<Long> context;

        private int attempts = 2;

        private RetriedCall(long waitMillis) {
            context = retry.heard() ? begin(waitMillis) : null;
        }

        private Retry.AsyncContext<Long> begin(long waitMillis) {
            Retry.AsyncContext<Long> begun = retry.asyncContext();
            begun.onResult(waitMillis);
            return begun;
        }

        /** It is going to be sent once more. */
        void retrying(long waitMillis) {
            attempts++;
            if (context != null) {
                context = begin(waitMillis);
            }
        }

        void succeeded() {
            if (context != null) {
                context.onComplete();
            } else {
                retry.recovered.increment();
                retry.attempts.add(attempts);
            }
        }

        /** It failed at last, or was given up, for whatever reason. */
        void failed(@Nullable Throwable cause) {
            if (context != null) {
                context.onError(cause == null ? HttpServerFailure.RETRIED : cause);
            } else {
                retry.exhausted.increment();
                retry.attempts.add(attempts);
            }
        }
    }
}
