// SPDX-License-Identifier: Apache-2.0
package io.github.resilienthttp.call;

import io.github.resilienthttp.decision.Outcome;
import io.github.resilienthttp.hint.HeaderView;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Deque;
import java.util.List;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * Calls back at once with what its script says, attempt by attempt; where the script has nothing left, or an operation is held
 * back, a test calls back itself. Writes down what it is asked for, and when.
 */
final class FakeAsyncExchange implements AsyncExchange<FakeResponse> {
    final List<String> journal = new ArrayList<>();
    final List<Answer<FakeResponse>> answers = new ArrayList<>();
    private final Deque<Object> script;
    private final Time time;
    private final long start;
    boolean holdsDiscards;
    boolean holdsPeeks;

    @Nullable
    RuntimeException brokenHeaders;

    @Nullable
    Runnable discarded;

    @Nullable
    Consumer<byte[]> peeked;

    @Nullable
    FakeResponse delivered;

    @Nullable
    Throwable thrown;

    FakeAsyncExchange(Time time, Object... script) {
        this.time = time;
        this.start = time.nanos();
        this.script = new ArrayDeque<>(Arrays.asList(script));
    }

    private void note(String what) {
        journal.add(what + " @" + Duration.ofNanos(time.nanos() - start).toMillis());
    }

    @Override
    public void send(Call call, int attempt, Answer<FakeResponse> answer) throws Exception {
        note("send " + attempt);
        answers.add(answer);
        Object next = script.poll();
        if (next instanceof Error thrownAtOnce) {
            throw thrownAtOnce;
        }
        if (next instanceof Exception failure) {
            answer.failed(failure);
        } else if (next != null) {
            answer.answered((FakeResponse) next);
        }
    }

    @Override
    public int status(FakeResponse response) {
        return response.status;
    }

    @Override
    public HeaderView headers(FakeResponse response) {
        if (brokenHeaders != null) {
            throw brokenHeaders;
        }
        return response.headers;
    }

    @Override
    public Outcome.Failure failed(Throwable failure) {
        return Failures.classify(failure, link -> null);
    }

    @Override
    public boolean replayable() {
        return true;
    }

    @Override
    public void peek(FakeResponse response, int maxBytes, Consumer<byte[]> then) {
        note("peek " + response.status);
        if (holdsPeeks) {
            peeked = then;
        } else {
            then.accept(response.body.getBytes(StandardCharsets.UTF_8));
        }
    }

    @Override
    public void discard(FakeResponse response, Runnable then) {
        note("discard " + response.status);
        if (holdsDiscards) {
            discarded = then;
        } else {
            then.run();
        }
    }

    @Override
    public void deliver(FakeResponse response) {
        note("deliver " + response.status);
        delivered = response;
    }

    @Override
    public void fail(Throwable failure) {
        note("fail");
        thrown = failure;
    }
}
