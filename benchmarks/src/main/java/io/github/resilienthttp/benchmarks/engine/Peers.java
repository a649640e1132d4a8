// SPDX-License-Identifier: Apache-2.0
package io.github.resilienthttp.benchmarks.engine;

import dev.failsafe.CircuitBreaker;
import dev.failsafe.Failsafe;
import dev.failsafe.FailsafeExecutor;
import dev.failsafe.RateLimiter;
import dev.failsafe.RetryPolicy;
import io.github.resilience4j.circuitbreaker.CallNotPermittedException;
import io.github.resilienthttp.benchmarks.Subject;
import java.time.Duration;
import java.util.concurrent.Callable;
import java.util.function.Supplier;
import org.springframework.core.retry.RetryTemplate;
import software.amazon.awssdk.retries.DefaultRetryStrategy;
import software.amazon.awssdk.retries.StandardRetryStrategy;
import software.amazon.awssdk.retries.api.AcquireInitialTokenRequest;
import software.amazon.awssdk.retries.api.BackoffStrategy;
import software.amazon.awssdk.retries.api.RecordSuccessRequest;
import software.amazon.awssdk.retries.api.RefreshRetryTokenRequest;
import software.amazon.awssdk.retries.api.RetryToken;

/** What others offer for the same work, or a part of it. */
final class Peers {
    private Peers() {}

    static Subject bare(Integer... statuses) {
        Supplier<Callable<Integer>> calls = Statuses.of(statuses);
        return lane -> calls.get().call();
    }

    /** Decorated anew for each call, as a lambda that captures the request has to be. */
    static Subject nested(Resilience4jNest nest, Integer... statuses) {
        Supplier<Callable<Integer>> calls = Statuses.of(statuses);
        return lane -> nest.decorate(calls.get()).call();
    }

    static Subject nestedWithoutLimiter(Integer... statuses) {
        Resilience4jNest nest = Resilience4jNest.ofStatuses();
        Supplier<Callable<Integer>> calls = Statuses.of(statuses);
        return lane -> nest.withoutLimiter(calls.get()).call();
    }

    /** Decorated once for all calls. */
    static Subject decoratedOnce(Integer status) {
        Callable<Integer> decorated =
                Resilience4jNest.ofStatuses().decorate(Statuses.of(status).get());
        return lane -> decorated.call();
    }

    /** Each thread calls through decorators of its own. */
    static Subject fourNests(Integer status) {
        Resilience4jNest[] nests = {
            Resilience4jNest.ofStatuses(), Resilience4jNest.ofStatuses(),
            Resilience4jNest.ofStatuses(), Resilience4jNest.ofStatuses()
        };
        Supplier<Callable<Integer>> calls = Statuses.of(status);
        return lane -> nests[lane & 3].decorate(calls.get()).call();
    }

    /** The exception out of the breaker's decorator alone: with a retry round it, it would be retried. */
    static Subject openBreaker() {
        Resilience4jNest nest = Resilience4jNest.ofStatuses();
        nest.breaker().transitionToOpenState();
        Supplier<Callable<Integer>> calls = Statuses.of(200);
        return lane -> {
            try {
                return io.github.resilience4j.circuitbreaker.CircuitBreaker.decorateCallable(
                                nest.breaker(), calls.get())
                        .call();
            } catch (CallNotPermittedException refused) {
                return 0;
            }
        };
    }

    static Subject failsafe(Integer... statuses) {
        RetryPolicy<Integer> retry = RetryPolicy.<Integer>builder()
                .withMaxRetries(2)
                .handleResultIf(Statuses::bad)
                .build();
        CircuitBreaker<Integer> breaker = CircuitBreaker.<Integer>builder()
                .withFailureThreshold(100, 100)
                .handleResultIf(Statuses::bad)
                .build();
        RateLimiter<Integer> limiter = RateLimiter.<Integer>burstyBuilder(1_000_000, Duration.ofMillis(10))
                .build();
        FailsafeExecutor<Integer> executor = Failsafe.with(retry, breaker, limiter);
        Supplier<Callable<Integer>> calls = Statuses.of(statuses);
        return lane -> {
            Callable<Integer> call = calls.get();
            return executor.get(call::call);
        };
    }

    /** Retries exceptions only. */
    static Subject springTemplate(Integer... statuses) {
        RetryTemplate template = new RetryTemplate(org.springframework.core.retry.RetryPolicy.builder()
                .maxRetries(2)
                .delay(Duration.ZERO)
                .build());
        Supplier<Callable<Integer>> calls = Statuses.of(statuses);
        return lane -> {
            Callable<Integer> call = calls.get();
            return template.execute(() -> wellOrThrow(call.call()));
        };
    }

    private static Integer wellOrThrow(Integer status) {
        if (Statuses.bad(status)) {
            throw new BadStatusException();
        }
        return status;
    }

    /** The tokens of the standard strategy round a call, as the SDK's pipeline uses them; no breaker, no limiter. */
    static Subject awsStandard(Integer... statuses) {
        StandardRetryStrategy strategy = DefaultRetryStrategy.standardStrategyBuilder()
                .maxAttempts(3)
                .circuitBreakerEnabled(statuses.length == 1)
                .backoffStrategy(BackoffStrategy.retryImmediately())
                .retryOnException(BadStatusException.class)
                .build();
        Supplier<Callable<Integer>> calls = Statuses.of(statuses);
        return lane -> {
            Callable<Integer> call = calls.get();
            RetryToken token = strategy.acquireInitialToken(AcquireInitialTokenRequest.create("scope"))
                    .token();
            while (true) {
                int status = call.call();
                if (!Statuses.bad(status)) {
                    strategy.recordSuccess(RecordSuccessRequest.create(token));
                    return status;
                }
                token = strategy.refreshRetryToken(RefreshRetryTokenRequest.builder()
                                .token(token)
                                .failure(new BadStatusException())
                                .build())
                        .token();
            }
        };
    }
}
