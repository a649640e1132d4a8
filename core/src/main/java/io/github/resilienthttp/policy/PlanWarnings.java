// SPDX-License-Identifier: Apache-2.0
package io.github.resilienthttp.policy;

import io.github.resilienthttp.stability.Experimental;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/** What a policy allows and yet can never happen, or hardly is what was meant. A warning stops nothing. */
@Experimental
public final class PlanWarnings {
    private static final Set<String> UNSAFE = Set.of("POST", "PATCH", "CONNECT");

    private final Policy policy;
    private final List<String> warnings = new ArrayList<>();

    private PlanWarnings(Policy policy) {
        this.policy = policy;
    }

    /**
     * Looks a policy over.
     *
     * @param policy any policy
     * @return one sentence for each warning, with the keys and both numbers; empty where all is well or the mode is off
     */
    public static List<String> of(Policy policy) {
        PlanWarnings look = new PlanWarnings(policy);
        if (policy.mode() != Mode.OFF) {
            look.attempts();
            look.waits();
            look.breaker();
            look.rest();
        }
        return List.copyOf(look.warnings);
    }

    private void attempts() {
        WorstCase worst = WorstCase.of(policy);
        if (worst.attemptsThatFit() < worst.attempts()) {
            warnings.add("attempt " + (worst.attemptsThatFit() + 1)
                    + " can never happen when the attempts before it run into their timeout: " + worst.attempts()
                    + " attempts of " + millis(worst.attemptMillis()) + " and waits of " + millis(worst.waitMillis())
                    + " make " + millis(worst.unboundedMillis()) + ", timeout.total is "
                    + millis(worst.totalMillis()));
        }
        if (policy.budget().enabled() && policy.budget().capacity() < worst.attempts() - 1) {
            warnings.add("budget.capacity " + policy.budget().capacity() + " never pays for the "
                    + (worst.attempts() - 1) + " extra attempts that retry.max-attempts " + worst.attempts()
                    + " allows a call");
        }
    }

    /** Only waits that somebody set: a default that is longer than a short total is no mistake. */
    private void waits() {
        Duration total = policy.timeout().total();
        for (PolicyKey<Duration> key :
                List.of(RetryKeys.RETRY_AFTER_MAX_WAIT, GateKeys.COOLDOWN_MAX_WAIT, GateKeys.RATE_MAX_WAIT)) {
            if (!key.isDefaultIn(policy) && key.read(policy).compareTo(total) >= 0) {
                warnings.add(key + " " + key.text(policy) + " can never be waited out: timeout.total is "
                        + DurationText.print(total));
            }
        }
        if (policy.cooldown().maxWait().compareTo(policy.cooldown().maxHold()) > 0) {
            warnings.add("cooldown.max-wait " + GateKeys.COOLDOWN_MAX_WAIT.text(policy)
                    + " can never be waited out: cooldown.max-hold is " + GateKeys.COOLDOWN_MAX_HOLD.text(policy));
        }
    }

    private void breaker() {
        Policy.Breaker breaker = policy.circuitBreaker();
        if (!breaker.enabled() || breaker.instance() != null) {
            return;
        }
        Duration attempt = policy.timeout().attempt();
        Duration window = breaker.window().duration();
        if (window != null && window.compareTo(attempt.multipliedBy(2)) < 0) {
            warnings.add("circuit-breaker.window " + breaker.window()
                    + " is shorter than twice timeout.attempt, " + DurationText.print(attempt.multipliedBy(2))
                    + ": attempts that time out leave it before they add up");
        }
        Duration slow = breaker.slowCallDuration();
        if (slow != null && slow.compareTo(attempt) >= 0) {
            warnings.add("circuit-breaker.slow-call-duration " + DurationText.print(slow)
                    + " can never be reached: timeout.attempt is " + DurationText.print(attempt));
        }
        if (slow == null && !GateKeys.BREAKER_SLOW_CALL_RATE.isDefaultIn(policy)) {
            warnings.add("circuit-breaker.slow-call-rate " + NumberText.print(breaker.slowCallRate())
                    + "% has no effect: circuit-breaker.slow-call-duration is none");
        }
    }

    private void rest() {
        List<String> unsafe =
                policy.retry().methods().stream().filter(UNSAFE::contains).toList();
        if (!unsafe.isEmpty()) {
            warnings.add("retry.methods names " + String.join(", ", unsafe)
                    + ": such requests are sent again although the server may have acted on them");
        }
        if (policy.rateLimit().window() == Policy.RateLimit.Window.FIXED && !GateKeys.RATE_MARGIN.isDefaultIn(policy)) {
            warnings.add(
                    "rate-limit.margin " + policy.rateLimit().margin() + " has no effect: rate-limit.window is fixed");
        }
    }

    private static String millis(long millis) {
        return DurationText.print(Duration.ofMillis(millis));
    }
}
