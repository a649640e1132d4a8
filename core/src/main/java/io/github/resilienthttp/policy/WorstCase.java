// SPDX-License-Identifier: Apache-2.0
package io.github.resilienthttp.policy;

import io.github.resilienthttp.stability.Experimental;
import java.time.Duration;

/**
 * How long a call takes when every attempt runs into its timeout and every back-off into its ceiling. With n attempts
 * it is {@code n × timeout.attempt + Σ min(backoff.max, backoff.initial × backoff.multiplier^(k-1))}, the sum over k
 * from 1 to n-1, cut at {@code timeout.total}. Waits that a server or a gate asks for are bounded by the total alone.
 *
 * @param attempts how many attempts are configured
 * @param attemptMillis one attempt's timeout
 * @param waitMillis the sum of the back-offs
 * @param unboundedMillis attempts and waits, as if there were no total
 * @param totalMillis {@code timeout.total}
 * @param attemptsThatFit how many attempts begin with at least 50 ms left of the total
 */
@Experimental
public record WorstCase(
        int attempts,
        long attemptMillis,
        long waitMillis,
        long unboundedMillis,
        long totalMillis,
        int attemptsThatFit) {
    /** What is left of the total must be at least this for an attempt to be worth it. */
    private static final double SMALLEST_ATTEMPT = 50;

    /**
     * Computes the worst case.
     *
     * @param policy any policy
     * @return its arithmetic; times that no long can hold saturate
     */
    public static WorstCase of(Policy policy) {
        double attempt = millis(policy.timeout().attempt());
        double total = millis(policy.timeout().total());
        double max = millis(policy.backoff().max());
        double ceiling = millis(policy.backoff().initial());
        int attempts = policy.retry().maxAttempts();
        double waits = 0;
        int fitting = 1;
        for (int n = 2; n <= attempts; n++) {
            waits += Math.min(max, ceiling);
            ceiling *= policy.backoff().multiplier();
            if ((n - 1) * attempt + waits + SMALLEST_ATTEMPT <= total) {
                fitting = n;
            }
        }
        return new WorstCase(
                attempts, (long) attempt, (long) waits, (long) (attempts * attempt + waits), (long) total, fitting);
    }

    /**
     * The longest that a call may take, in milliseconds.
     *
     * @return attempts and waits, cut at the total
     */
    public long worstCaseMillis() {
        return Math.min(unboundedMillis, totalMillis);
    }

    private static double millis(Duration duration) {
        return duration.getSeconds() * 1e3 + duration.getNano() / 1e6;
    }
}
