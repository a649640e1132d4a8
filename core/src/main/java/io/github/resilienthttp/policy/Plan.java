// SPDX-License-Identifier: Apache-2.0
package io.github.resilienthttp.policy;

import io.github.resilienthttp.stability.Experimental;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** A policy in one line, outermost first; what is switched off is left out. */
@Experimental
public final class Plan {
    private static final String ARROW = " → ";

    private Plan() {}

    /**
     * Writes the line.
     *
     * @param policy any policy
     * @return such as {@code github: total 30s → retry 3 (…) → cool-down → breaker 50%/100 → attempt 8s}; a mode other
     *     than enforce and a scope other than origin stand in brackets behind the name
     */
    public static String of(Policy policy) {
        List<String> parts = new ArrayList<>();
        parts.add("total " + DurationText.print(policy.timeout().total()));
        if (policy.retry().maxAttempts() > 1) {
            parts.add(retry(policy));
        }
        if (policy.cooldown().enabled()) {
            parts.add("cool-down");
        }
        rate(policy.rateLimit(), parts);
        if (policy.circuitBreaker().enabled()) {
            parts.add(breaker(policy.circuitBreaker()));
        }
        parts.add("attempt " + DurationText.print(policy.timeout().attempt()));
        return policy.client() + brackets(policy) + ": " + String.join(ARROW, parts);
    }

    private static String brackets(Policy policy) {
        List<String> notes = new ArrayList<>();
        if (policy.mode() != Mode.ENFORCE) {
            notes.add(CallKeys.MODE.text(policy));
        }
        if (policy.scope().kind() != ScopeRule.Kind.ORIGIN) {
            notes.add("per " + policy.scope());
        }
        return notes.isEmpty() ? "" : " [" + String.join(", ", notes) + "]";
    }

    private static String retry(Policy policy) {
        Policy.Backoff backoff = policy.backoff();
        List<String> parts = new ArrayList<>();
        String jitter =
                backoff.jitter() == Jitter.NONE ? "no" : backoff.jitter().name().toLowerCase(Locale.ROOT);
        parts.add(jitter + " jitter " + DurationText.print(backoff.initial()) + " ×"
                + NumberText.print(backoff.multiplier()) + " ≤" + DurationText.print(backoff.max()));
        StatusSet statuses = policy.retry().statuses();
        parts.add(statuses.isEmpty() ? "no status" : statuses.relativeTo(RetryKeys.STATUSES.defaultValue(), "5xx"));
        parts.add("Retry-After ≤" + DurationText.print(policy.retryAfterMaxWait()));
        if (policy.budget().enabled()) {
            parts.add("budget " + policy.budget().capacity() + " +"
                    + NumberText.print(policy.budget().deposit()));
        }
        return "retry " + policy.retry().maxAttempts() + " (" + String.join("; ", parts) + ")";
    }

    private static void rate(Policy.RateLimit limit, List<String> parts) {
        Duration period = limit.period();
        if (limit.instance() != null) {
            parts.add("rate by instance " + limit.instance());
        } else if (period != null) {
            // Rates are spoken of per 60 seconds, although the time of a minute is printed 1m elsewhere.
            String text = period.equals(Duration.ofMinutes(1)) ? "60s" : DurationText.print(period);
            String fixed = limit.window() == Policy.RateLimit.Window.FIXED ? " fixed" : "";
            parts.add("rate " + limit.permits() + "/" + text + fixed);
        }
    }

    private static String breaker(Policy.Breaker breaker) {
        if (breaker.instance() != null) {
            return "breaker by instance " + breaker.instance();
        }
        Duration slow = breaker.slowCallDuration();
        return "breaker " + NumberText.print(breaker.failureRate()) + "%/" + breaker.window()
                + (slow == null
                        ? ""
                        : " (slow " + NumberText.print(breaker.slowCallRate()) + "% ≥" + DurationText.print(slow)
                                + ")");
    }
}
