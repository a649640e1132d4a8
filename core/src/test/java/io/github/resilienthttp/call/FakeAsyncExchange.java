// SPDX-License-Identifier: Apache-2.0
package io.github.resilienthttp.call;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * Calls back at once with what its script says, attempt by attempt; where the script has nothing left, or an operation is held
 * back, a test calls back itself. Writes down what it is asked for, and when.
 */
final class FakeAsyncExchange extends ScriptedOutcomes implements AsyncExchange<FakeResponse> {
    final List<Answer<FakeResponse>> answers = new ArrayList<>();

    /** What it was told of the waits of its call. */
    final List<String> waits = new ArrayList<>();

    boolean holdsDiscards;
    boolean holdsPeeks;

    @Nullable
    Runnable discarded;

    @Nullable
    Consumer<byte[]> peeked;

    @Nullable
    FakeResponse delivered;

    @Nullable
    Throwable thrown;

    FakeAsyncExchange(Time time, Object... script) {
        super(time, script);
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
    public void waits() {
        waits.add("waits");
    }

    @Override
    public void goesOn() {
        waits.add("goes on");
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
