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
import org.jspecify.annotations.Nullable;

/**
 * Does what its script says, attempt by attempt: a response to return, something to throw, or a {@link Runnable} that comes
 * before the next of these. Writes down what it is asked for, and when.
 */
final class FakeExchange implements Exchange<FakeResponse, Exception> {
    final List<String> journal = new ArrayList<>();
    private final Deque<Object> script;
    private final Time time;
    private final long start;

    @Nullable
    RuntimeException brokenHeaders;

    FakeExchange(Time time, Object... script) {
        this.time = time;
        this.start = time.nanos();
        this.script = new ArrayDeque<>(Arrays.asList(script));
    }

    private void note(String what) {
        journal.add(what + " @" + Duration.ofNanos(time.nanos() - start).toMillis());
    }

    @Override
    @SuppressWarnings("NullAway")
    public FakeResponse send(Call call, int attempt) throws Exception {
        note("send " + attempt);
        while (script.peek() instanceof Runnable before) {
            script.poll();
            before.run();
        }
        Object next = script.poll();
        if (next instanceof Error error) {
            throw error;
        }
        if (next instanceof Exception exception) {
            throw exception;
        }
        return (FakeResponse) next;
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
    public byte[] peek(FakeResponse response, int maxBytes, long maxNanos) {
        note("peek " + response.status);
        return response.body.getBytes(StandardCharsets.UTF_8);
    }

    @Override
    public void discard(FakeResponse response) {
        note("discard " + response.status);
    }
}
