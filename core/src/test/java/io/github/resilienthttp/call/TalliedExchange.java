// SPDX-License-Identifier: Apache-2.0
package io.github.resilienthttp.call;

import io.github.resilienthttp.decision.FailureKind;
import io.github.resilienthttp.decision.Outcome;
import io.github.resilienthttp.hint.HeaderView;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Consumer;

/** Counts what it is asked for, on any thread; a test answers the attempts. */
class TalliedExchange implements AsyncExchange<FakeResponse> {
    private final List<Answer<FakeResponse>> answers = new CopyOnWriteArrayList<>();
    private final AtomicInteger ends = new AtomicInteger();
    private final AtomicInteger open = new AtomicInteger();

    @Override
    public void send(Call call, int attempt, Answer<FakeResponse> answer) {
        answers.add(answer);
    }

    Answer<FakeResponse> answer(int attempt) {
        return answers.get(attempt - 1);
    }

    int sent() {
        return answers.size();
    }

    int ends() {
        return ends.get();
    }

    /** Responses taken, and neither delivered nor given up. */
    int open() {
        return open.get();
    }

    void opened() {
        open.incrementAndGet();
    }

    @Override
    public int status(FakeResponse response) {
        return response.status;
    }

    @Override
    public HeaderView headers(FakeResponse response) {
        return response.headers;
    }

    @Override
    public Outcome.Failure failed(Throwable failure) {
        return new Outcome.Failure(FailureKind.BROKEN, true, failure);
    }

    @Override
    public boolean replayable() {
        return true;
    }

    @Override
    public void peek(FakeResponse response, int maxBytes, Consumer<byte[]> then) {
        then.accept(new byte[0]);
    }

    @Override
    public void discard(FakeResponse response, Runnable then) {
        open.decrementAndGet();
        then.run();
    }

    @Override
    public void deliver(FakeResponse response) {
        open.decrementAndGet();
        end();
    }

    @Override
    public void fail(Throwable failure) {
        end();
    }

    void end() {
        ends.incrementAndGet();
    }
}
