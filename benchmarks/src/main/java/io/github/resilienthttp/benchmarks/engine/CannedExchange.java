// SPDX-License-Identifier: Apache-2.0
package io.github.resilienthttp.benchmarks.engine;

import io.github.resilienthttp.call.Call;
import io.github.resilienthttp.call.Exchange;
import io.github.resilienthttp.decision.FailureKind;
import io.github.resilienthttp.decision.Outcome;
import io.github.resilienthttp.hint.HeaderView;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;

/** An adapter without a client: answers each attempt at once, and asks the call all that an adapter asks. Thread-safe. */
final class CannedExchange implements Exchange<CannedResponse, RuntimeException> {
    private final CannedResponse[] answers;

    /** The last of the answers goes on for ever. */
    CannedExchange(List<CannedResponse> answers) {
        this.answers = answers.toArray(CannedResponse[]::new);
    }

    static CannedExchange of(int... statuses) {
        return new CannedExchange(
                Arrays.stream(statuses).mapToObj(CannedResponse::of).toList());
    }

    /** There is no request. */
    private static void set(String name, String value) {}

    @Override
    public CannedResponse send(Call call, int attempt) {
        call.decorate(attempt, CannedExchange::set);
        if (call.attemptTimeoutNanos() < 0) {
            throw new IllegalStateException("an attempt without any time");
        }
        return answers[Math.min(attempt, answers.length) - 1];
    }

    @Override
    public int status(CannedResponse response) {
        return response.status();
    }

    @Override
    public HeaderView headers(CannedResponse response) {
        return response.headers();
    }

    @Override
    public Outcome.Failure failed(Throwable failure) {
        return new Outcome.Failure(FailureKind.BROKEN, false, failure);
    }

    @Override
    public boolean replayable() {
        return true;
    }

    @Override
    public byte[] peek(CannedResponse response, int maxBytes, long maxNanos) {
        return response.body().getBytes(StandardCharsets.UTF_8);
    }

    @Override
    public void discard(CannedResponse response) {}
}
