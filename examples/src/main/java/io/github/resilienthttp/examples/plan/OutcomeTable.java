// SPDX-License-Identifier: Apache-2.0
package io.github.resilienthttp.examples.plan;

import io.github.resilienthttp.decision.Classifier;
import io.github.resilienthttp.decision.Decision;
import io.github.resilienthttp.decision.Outcome;
import io.github.resilienthttp.decision.Reason;
import io.github.resilienthttp.decision.RetryRules;
import io.github.resilienthttp.decision.Situation;
import io.github.resilienthttp.decision.Verdict;
import io.github.resilienthttp.event.AttemptDecision;
import io.github.resilienthttp.hint.HintReader;
import io.github.resilienthttp.hint.ServerHint;
import io.github.resilienthttp.policy.Policy;
import java.time.Instant;
import java.util.List;
import java.util.Locale;

/**
 * What a policy makes of the outcomes of a first attempt, asked of the very code that decides while requests run: the
 * whole time left, the breaker closed, the scope open, the budget full, the body replayable.
 *
 * @param columns kinds of request
 * @param rows outcomes
 */
record OutcomeTable(List<String> columns, List<Line> rows) {
    static final OutcomeTable NONE = new OutcomeTable(List.of(), List.of());

    private static final double LEAST = 0;
    private static final double MOST = Math.nextDown(1.0);
    private static final long NANOS_PER_MILLI = 1_000_000;

    /**
     * A row.
     *
     * @param outcome its name
     * @param verdict what the outcome means
     * @param breaker what the breaker counts
     * @param cells what follows, in the order of the columns
     */
    record Line(String outcome, String verdict, String breaker, List<WhatHappens> cells) {}

    static OutcomeTable of(Policy policy) {
        List<Sender> senders = Sender.of(policy);
        RetryRules rules = new RetryRules(policy);
        HintReader hints = new HintReader(policy.hint());
        List<Line> lines = Situations.rows().stream()
                .map(row -> line(row, senders, policy, rules, hints))
                .toList();
        return new OutcomeTable(senders.stream().map(Sender::name).toList(), lines);
    }

    private static Line line(
            Situations.Row row, List<Sender> senders, Policy policy, RetryRules rules, HintReader hints) {
        Outcome outcome = row.outcome();
        Verdict verdict = Classifier.standard(outcome);
        String breaker = Classifier.breakerMark(verdict, outcome).name().toLowerCase(Locale.ROOT);
        List<WhatHappens> cells = senders.stream()
                .map(sender -> new Situation(
                        1, sender.idempotent(), true, policy.timeout().total().toNanos(), 0, 0))
                .map(now -> cell(verdict, outcome, now, rules, hints))
                .toList();
        return new Line(row.name(), verdict.label(), breaker, cells);
    }

    private static WhatHappens cell(
            Verdict verdict, Outcome outcome, Situation now, RetryRules rules, HintReader hints) {
        if (verdict == Verdict.SUCCESS) {
            return new WhatHappens(AttemptDecision.DELIVER.label(), null, 0, 0, null);
        }
        int status = outcome instanceof Outcome.Response response ? response.status() : 0;
        ServerHint hint = outcome instanceof Outcome.Response response
                ? hints.readHeaders(response.status(), response.headers(), Instant.EPOCH)
                : ServerHint.none();
        Decision soonest = rules.decide(verdict, status, hint, now, LEAST);
        Decision latest = rules.decide(verdict, status, hint, now, MOST);
        if (soonest instanceof Decision.Retry first && latest instanceof Decision.Retry last) {
            return new WhatHappens(
                    AttemptDecision.RETRY.label(),
                    null,
                    first.delayNanos() / NANOS_PER_MILLI,
                    Math.round((double) last.delayNanos() / NANOS_PER_MILLI),
                    last.source().label());
        }
        return givenUp((soonest instanceof Decision.GiveUp stop ? stop : (Decision.GiveUp) latest).reason());
    }

    /** As a report has it: an outcome that is never repeated is delivered, the others are given up. */
    private static WhatHappens givenUp(Reason reason) {
        boolean never = reason == Reason.REJECTED || reason == Reason.PERMANENT || reason == Reason.LOCAL;
        AttemptDecision word = never ? AttemptDecision.DELIVER : AttemptDecision.GIVE_UP;
        return new WhatHappens(word.label(), reason.label(), 0, 0, null);
    }
}
