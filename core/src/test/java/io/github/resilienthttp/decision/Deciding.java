// SPDX-License-Identifier: Apache-2.0
package io.github.resilienthttp.decision;

import io.github.resilienthttp.hint.HeaderLines;
import io.github.resilienthttp.hint.ServerHint;
import io.github.resilienthttp.policy.Policy;
import io.github.resilienthttp.policy.PolicyBuilder;
import java.io.IOException;
import java.util.function.UnaryOperator;

/** An attempt that ended, and what is asked about it: everything speaks for a retry until a test says otherwise. */
final class Deciding {
    static final long MILLI = 1_000_000;
    static final long SECOND = 1_000 * MILLI;

    private Policy policy = policy(builder -> builder);
    private int attempt = 1;
    private boolean idempotent = true;
    private boolean replayable = true;
    private long remaining = 30 * SECOND;
    private long open;
    private long closed;
    private ServerHint hint = ServerHint.none();
    private double random = 0.5;

    static Policy policy(UnaryOperator<PolicyBuilder> settings) {
        return settings.apply(Policy.builder("test")).build();
    }

    static Deciding with(UnaryOperator<PolicyBuilder> settings) {
        return with(policy(settings));
    }

    static Deciding with(Policy policy) {
        Deciding deciding = new Deciding();
        deciding.policy = policy;
        return deciding;
    }

    static Deciding byDefault() {
        return new Deciding();
    }

    static Outcome response(int status, String... namesAndValues) {
        return new Outcome.Response(status, HeaderLines.of(namesAndValues), null);
    }

    static Outcome failure(FailureKind kind) {
        return new Outcome.Failure(kind, false, new IOException(kind.name()));
    }

    Deciding attempt(int number) {
        attempt = number;
        return this;
    }

    Deciding unsafe() {
        idempotent = false;
        return this;
    }

    Deciding unreplayable() {
        replayable = false;
        return this;
    }

    Deciding remaining(long nanos) {
        remaining = nanos;
        return this;
    }

    Deciding open(long nanos) {
        open = nanos;
        return this;
    }

    Deciding closed(long nanos) {
        closed = nanos;
        return this;
    }

    Deciding told(ServerHint said) {
        hint = said;
        return this;
    }

    Deciding after(long millis) {
        return told(ServerHint.after(millis, "retry-after"));
    }

    Deciding random(double number) {
        random = number;
        return this;
    }

    Decision on(int status) {
        return on(response(status));
    }

    Decision on(FailureKind kind) {
        return on(failure(kind));
    }

    private Decision on(Outcome outcome) {
        int status = outcome instanceof Outcome.Response response ? response.status() : 0;
        return calling(Classifier.standard(outcome), status);
    }

    /** The user's own classifier says so of a response; status 0 is an exception. */
    Decision calling(Verdict verdict, int status) {
        Situation now = new Situation(attempt, idempotent, replayable, remaining, open, closed);
        return new RetryRules(policy).decide(verdict, status, hint, now, random);
    }
}
