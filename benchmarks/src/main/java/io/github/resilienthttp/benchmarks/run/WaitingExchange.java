// SPDX-License-Identifier: Apache-2.0
package io.github.resilienthttp.benchmarks.run;

import io.github.resilienthttp.benchmarks.engine.CannedHeaders;
import io.github.resilienthttp.call.AsyncExchange;
import io.github.resilienthttp.call.Call;
import io.github.resilienthttp.decision.FailureKind;
import io.github.resilienthttp.decision.Outcome;
import io.github.resilienthttp.hint.HeaderView;
import java.util.function.Consumer;

/** A server that answers 429 and asks for an hour. */
final class WaitingExchange implements AsyncExchange<Integer> {
    private static final HeaderView IN_AN_HOUR = CannedHeaders.with("Retry-After", "3600");

    private final Call call;
    private volatile boolean over;

    WaitingExchange(Call call) {
        this.call = call;
    }

    boolean over() {
        return over;
    }

    @Override
    public void send(Call sending, int attempt, Answer<Integer> answer) {
        answer.answered(429);
    }

    @Override
    public int status(Integer response) {
        return response;
    }

    @Override
    public HeaderView headers(Integer response) {
        return IN_AN_HOUR;
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
    public void peek(Integer response, int maxBytes, Consumer<byte[]> then) {
        then.accept(new byte[0]);
    }

    @Override
    public void discard(Integer response, Runnable then) {
        then.run();
    }

    @Override
    public void deliver(Integer response) {
        end();
    }

    @Override
    public void fail(Throwable failure) {
        end();
    }

    private void end() {
        over = true;
        call.close();
    }
}
