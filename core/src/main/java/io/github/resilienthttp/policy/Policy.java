// SPDX-License-Identifier: Apache-2.0
package io.github.resilienthttp.policy;

import io.github.resilienthttp.stability.Stable;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * The whole policy of one named client. Immutable; built by {@link PolicyBuilder} or bound from properties, which check
 * the ranges of the keys; the record itself refuses only parts that can never work. Two policies are equal where all
 * their settings are.
 *
 * @param client the client's name
 * @param mode what is done with decisions
 * @param origins the origins whose unnamed requests belong to the client
 * @param scope by what state is shared
 * @param timeout how long calls and attempts may take
 * @param retry what is sent again
 * @param backoff how long to wait before that
 * @param retryAfterMaxWait the longest hint that is waited for, 0 or longer
 * @param throttle how a 429 is taken
 * @param hint where else hints are found
 * @param cooldown how a scope is kept quiet
 * @param budget what pays for extra attempts
 * @param circuitBreaker when a scope is left alone
 * @param rateLimit how often attempts are sent
 * @param idempotencyKey the header that marks a request as idempotent
 * @param attemptHeader the header that tells the attempt's number; null for none
 * @param discard how much of a response is read before it is dropped
 * @param replayMaxBody up to how many bytes of a request body are buffered
 * @param error where the details of an error are found
 */
@Stable
public record Policy(
        String client,
        Mode mode,
        Set<Origin> origins,
        ScopeRule scope,
        Timeouts timeout,
        Retry retry,
        Backoff backoff,
        Duration retryAfterMaxWait,
        Throttle throttle,
        Hints hint,
        Cooldown cooldown,
        Budget budget,
        Breaker circuitBreaker,
        RateLimit rateLimit,
        IdempotencyKey idempotencyKey,
        @Nullable String attemptHeader,
        Discard discard,
        long replayMaxBody,
        ErrorPointers error) {

    /**
     * Checks the parts and copies the origins.
     *
     * @param client the client's name
     * @param mode what is done with decisions
     * @param origins the origins whose unnamed requests belong to the client
     * @param scope by what state is shared
     * @param timeout how long calls and attempts may take
     * @param retry what is sent again
     * @param backoff how long to wait before that
     * @param retryAfterMaxWait the longest hint that is waited for, 0 or longer
     * @param throttle how a 429 is taken
     * @param hint where else hints are found
     * @param cooldown how a scope is kept quiet
     * @param budget what pays for extra attempts
     * @param circuitBreaker when a scope is left alone
     * @param rateLimit how often attempts are sent
     * @param idempotencyKey the header that marks a request as idempotent
     * @param attemptHeader the header that tells the attempt's number; null for none
     * @param discard how much of a response is read before it is dropped
     * @param replayMaxBody up to how many bytes of a request body are buffered
     * @param error where the details of an error are found
     */
    public Policy {
        Syntax.client(client);
        origins = Check.copy(origins);
        Check.notNegative(retryAfterMaxWait, "retry-after.max-wait");
        PolicyParts.check(timeout);
        PolicyParts.check(backoff);
        PolicyParts.check(cooldown);
        PolicyParts.check(budget);
        PolicyParts.check(circuitBreaker);
        PolicyParts.check(rateLimit);
        PolicyParts.check(discard);
        Check.atLeast(0, replayMaxBody, "replay.max-body");
    }

    /**
     * Begins a policy from the defaults.
     *
     * @param client the client's name: letters, digits, {@code -}, {@code _} and {@code .}
     * @return a builder
     */
    public static PolicyBuilder builder(String client) {
        return new PolicyBuilder(client);
    }

    /**
     * Begins a policy from this one.
     *
     * @return a builder with the same settings
     */
    public PolicyBuilder toBuilder() {
        return builder(client).from(this);
    }

    /**
     * How long things may take.
     *
     * @param total the whole call, above 0
     * @param attempt one attempt up to the response head, above 0
     */
    public record Timeouts(Duration total, Duration attempt) {}

    /**
     * What is sent again.
     *
     * @param maxAttempts how often a request is sent at most, from 1
     * @param statuses after which statuses, for idempotent requests
     * @param methods which methods count as idempotent
     */
    public record Retry(int maxAttempts, StatusSet statuses, Set<String> methods) {
        /**
         * Checks the number and copies the methods.
         *
         * @param maxAttempts how often a request is sent at most, from 1
         * @param statuses after which statuses, for idempotent requests
         * @param methods which methods count as idempotent
         */
        public Retry {
            Check.atLeast(1, maxAttempts, "retry.max-attempts");
            methods = Check.copy(methods);
        }
    }

    /**
     * How long to wait before an attempt is repeated.
     *
     * @param initial the ceiling of the first wait, 0 or longer
     * @param multiplier by what the ceiling grows, from 1
     * @param max what it never grows beyond, 0 or longer
     * @param jitter how the wait is spread below the ceiling
     */
    public record Backoff(Duration initial, double multiplier, Duration max, Jitter jitter) {}

    /**
     * How a 429 is taken.
     *
     * @param withoutHint what it does where it does not say when to come back
     * @param unsafeMethods what it does to a request that is not idempotent
     */
    public record Throttle(WithoutHint withoutHint, UnsafeMethods unsafeMethods) {
        /** A 429 that does not say when to come back. */
        public enum WithoutHint {
            /** Ends the call. */
            FAIL_FAST,
            /** Is repeated after a back-off, where the request is idempotent. */
            BACKOFF
        }

        /** A 429 with a hint for a request that is not idempotent. */
        public enum UnsafeMethods {
            /** Is repeated: a throttled request is taken as not processed. */
            RETRY,
            /** Ends the call. */
            FAIL_FAST
        }
    }

    /**
     * Where hints are found besides the known headers.
     *
     * @param headers further headers
     * @param bodyPointers JSON pointers into the body, in the order in which they are tried
     */
    public record Hints(List<HintHeader> headers, List<String> bodyPointers) {
        /**
         * Copies both.
         *
         * @param headers further headers
         * @param bodyPointers JSON pointers into the body, in the order in which they are tried
         */
        public Hints {
            headers = List.copyOf(headers);
            bodyPointers = List.copyOf(bodyPointers);
        }
    }

    /**
     * How a scope is kept quiet until the time that a server named.
     *
     * @param enabled whether at all
     * @param maxWait how long a call waits for it, 0 or longer
     * @param maxWaiting how many calls wait for it, from 0
     * @param maxHold how long it stays closed at most, above 0
     * @param onQuotaUsed whether a used-up quota closes it too
     */
    public record Cooldown(boolean enabled, Duration maxWait, int maxWaiting, Duration maxHold, boolean onQuotaUsed) {}

    /**
     * What pays for extra attempts.
     *
     * @param enabled whether they cost anything
     * @param capacity how many it holds, from 0
     * @param deposit what a success earns, from 0
     * @param refillInterval after how long it gains one, above 0
     */
    public record Budget(boolean enabled, int capacity, double deposit, Duration refillInterval) {}

    /**
     * When a scope that keeps failing is left alone.
     *
     * @param enabled whether at all
     * @param failureRate in percent, above 0 to 100
     * @param window over what is counted
     * @param minimumCalls below how many calls it never opens, from 1
     * @param openFor how long it stays open, above 0
     * @param halfOpenCalls how many calls try it again, from 1
     * @param slowCallDuration from which duration on an attempt is slow; null where nobody measures
     * @param slowCallRate in percent, above 0 to 100
     * @param instance an instance of the application's own, which is used instead of the settings above; null for none
     */
    public record Breaker(
            boolean enabled,
            double failureRate,
            BreakerWindow window,
            int minimumCalls,
            Duration openFor,
            int halfOpenCalls,
            @Nullable Duration slowCallDuration,
            double slowCallRate,
            @Nullable String instance) {}

    /**
     * How often attempts are sent. {@code permits} and {@code period} are both given or both null (no limit of ours).
     *
     * @param permits how many in a period, from 1; or null
     * @param period above 0; or null
     * @param window whether the limit holds for every window or for aligned ones
     * @param margin what is added to the period
     * @param maxWait how long an attempt waits for a permit, 0 or longer
     * @param instance an instance of the application's own, which is used instead; null for none
     */
    public record RateLimit(
            @Nullable Integer permits,
            @Nullable Duration period,
            Window window,
            RateMargin margin,
            Duration maxWait,
            @Nullable String instance) {
        /** Which windows a limit holds for. */
        public enum Window {
            /** Every window of the period's length. */
            SLIDING,
            /** Windows that follow each other: Resilience4j's own. */
            FIXED
        }
    }

    /**
     * The header that marks a request as idempotent.
     *
     * @param header its name
     * @param generate whether POST and PATCH get one
     */
    public record IdempotencyKey(String header, boolean generate) {}

    /**
     * How much of a response is read before it is dropped.
     *
     * @param maxDrain in bytes, from 0
     * @param maxTime 0 or longer
     */
    public record Discard(long maxDrain, Duration maxTime) {}

    /**
     * JSON pointers to the details of an error; null where the API has no such thing.
     *
     * @param code to its code
     * @param message to its message
     * @param fields to what is wrong with each field
     * @param requestId to the server's id of the request
     */
    public record ErrorPointers(
            @Nullable String code,
            @Nullable String message,
            @Nullable String fields,
            @Nullable String requestId) {}
}
