// SPDX-License-Identifier: Apache-2.0
package io.github.resilienthttp.call;

import java.nio.charset.StandardCharsets;

/**
 * Does what its script says, attempt by attempt: a response to return, something to throw, or a {@link Runnable} that comes
 * before the next of these. Writes down what it is asked for, and when.
 */
final class FakeExchange extends ScriptedOutcomes implements Exchange<FakeResponse, Exception> {

    /** How many waits it was told of. */
    int waits;

    FakeExchange(Time time, Object... script) {
        super(time, script);
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
    public byte[] peek(FakeResponse response, int maxBytes, long maxNanos) {
        note("peek " + response.status);
        return response.body.getBytes(StandardCharsets.UTF_8);
    }

    @Override
    public void waiting() {
        waits++;
    }

    @Override
    public void discard(FakeResponse response) {
        note("discard " + response.status);
    }
}
