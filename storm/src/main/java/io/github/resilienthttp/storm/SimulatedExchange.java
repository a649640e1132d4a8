// SPDX-License-Identifier: Apache-2.0
package io.github.resilienthttp.storm;

import io.github.resilienthttp.call.AsyncExchange;
import io.github.resilienthttp.call.Call;
import io.github.resilienthttp.call.CallRefusedException;
import io.github.resilienthttp.decision.FailureKind;
import io.github.resilienthttp.decision.Outcome;
import io.github.resilienthttp.hint.HeaderView;
import java.util.function.Consumer;

/** The client's side of a call in simulated time. */
record SimulatedExchange(Call call, World world, Consumer<Ending> whenOver) implements AsyncExchange<Reply> {
    @Override
    public void send(Call sending, int attempt, Answer<Reply> answer) {
        world.send(sending.attemptTimeoutNanos(), reply -> {
            if (reply.kind() == Reply.Kind.RESPONSE) {
                answer.answered(reply);
            } else {
                answer.failed(new NoReply(reply.kind()));
            }
        });
    }

    @Override
    public int status(Reply response) {
        return response.status();
    }

    @Override
    public HeaderView headers(Reply response) {
        return RetryAfterOnly.of(response);
    }

    @Override
    public Outcome.Failure failed(Throwable failure) {
        if (!(failure instanceof NoReply none)) {
            throw new IllegalStateException("not of this world", failure);
        }
        boolean timeout = none.kind() == Reply.Kind.TIMEOUT;
        return new Outcome.Failure(timeout ? FailureKind.BROKEN : FailureKind.UNREACHABLE, timeout, failure);
    }

    @Override
    public boolean replayable() {
        return true;
    }

    @Override
    public void peek(Reply response, int maxBytes, Consumer<byte[]> then) {
        then.accept(new byte[0]);
    }

    @Override
    public void discard(Reply response, Runnable then) {
        then.run();
    }

    @Override
    public void deliver(Reply response) {
        over(response.well() ? Ending.WELL : Ending.FAILED);
    }

    @Override
    public void fail(Throwable failure) {
        if (failure instanceof CallRefusedException) {
            over(Ending.REFUSED);
        } else if (failure instanceof NoReply) {
            over(Ending.FAILED);
        } else {
            throw new IllegalStateException("the engine failed", failure);
        }
    }

    private void over(Ending ending) {
        call.close();
        whenOver.accept(ending);
    }
}
