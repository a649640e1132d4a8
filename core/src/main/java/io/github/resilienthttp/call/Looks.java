// SPDX-License-Identifier: Apache-2.0
package io.github.resilienthttp.call;

import io.github.resilienthttp.decision.ErrorBody;
import io.github.resilienthttp.decision.Outcome;
import io.github.resilienthttp.hint.HeaderView;

/** What a driver tells a call of a response, with or without a look at its body. */
final class Looks {
    static final int LONGEST_ERROR_BODY = 64 * 1024;

    private Looks() {}

    /** Whether the body may say what the head does not: JSON on a 429 or 5xx. */
    static <R> boolean wantsBody(Call call, Outcomes<R> outcomes, R response) {
        int status = outcomes.status(response);
        return (status == 429 || status >= 500)
                && call.client().readsJson()
                && JsonMedia.matches(outcomes.headers(response).first("Content-Type"));
    }

    /** How long the look may take. */
    static long longestNanos(Call call) {
        return call.policy().discard().maxTime().toNanos();
    }

    static <R> Step answered(Call call, Outcomes<R> outcomes, int attempt, R response) {
        return call.answered(attempt, outcomes.status(response), outcomes.headers(response), outcomes.replayable());
    }

    static <R> Step answered(Call call, Outcomes<R> outcomes, int attempt, R response, byte[] bytes) {
        HeaderView headers = outcomes.headers(response);
        Object json = call.client().parseJson(bytes);
        ErrorBody body = json == null ? null : new ErrorBody(headers.first("Content-Type"), json);
        Outcome outcome = new Outcome.Response(outcomes.status(response), headers, body);
        return call.finished(attempt, outcome, outcomes.replayable());
    }
}
