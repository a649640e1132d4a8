// SPDX-License-Identifier: Apache-2.0
package io.github.resilienthttp.call;

import io.github.resilienthttp.decision.RetryRules;
import io.github.resilienthttp.hint.ErrorDetailsReader;
import io.github.resilienthttp.hint.HintReader;
import io.github.resilienthttp.policy.Mode;
import io.github.resilienthttp.policy.Policy;

/** A policy made ready for use: what a call keeps to its end, even where the client's policy is replaced meanwhile. */
final class Settings {
    final ResilientClient client;
    final Policy policy;
    final RetryRules rules;
    final HintReader hints;
    final ErrorDetailsReader errors;
    final ScopeNaming naming;
    final boolean observe;
    final boolean generatesKey;
    final boolean closesOnQuotaUsed;
    final long totalNanos;
    final long attemptNanos;
    final long longestHintNanos;

    Settings(ResilientClient client, Policy policy, ScopeNaming naming) {
        this.client = client;
        this.policy = policy;
        this.naming = naming;
        this.rules = new RetryRules(policy);
        this.hints = new HintReader(policy.hint());
        this.errors = new ErrorDetailsReader(policy.error());
        this.observe = policy.mode() == Mode.OBSERVE;
        this.closesOnQuotaUsed =
                policy.cooldown().enabled() && policy.cooldown().onQuotaUsed();
        this.generatesKey = policy.idempotencyKey().generate() && !observe;
        this.totalNanos = policy.timeout().total().toNanos();
        this.attemptNanos = policy.timeout().attempt().toNanos();
        this.longestHintNanos = policy.retryAfterMaxWait().toNanos();
    }

    /** A 4xx that nothing makes repeatable: goes to the caller as a success does. */
    boolean rejectsForGood(int status) {
        return status >= 400
                && status < 500
                && status != 429
                && !policy.retry().statuses().contains(status);
    }
}
