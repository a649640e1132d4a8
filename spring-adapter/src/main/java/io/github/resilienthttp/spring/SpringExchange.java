// SPDX-License-Identifier: Apache-2.0
package io.github.resilienthttp.spring;

import io.github.resilienthttp.ResilientHttp;
import io.github.resilienthttp.call.Call;
import io.github.resilienthttp.call.Exchange;
import io.github.resilienthttp.decision.FailureKind;
import io.github.resilienthttp.decision.Outcome;
import io.github.resilienthttp.hint.HeaderView;
import java.io.IOException;

/** The client's side of a call in Spring's terms. For one thread. */
final class SpringExchange implements Exchange<HeldResponse, IOException> {
    private final ResilientHttp resilience;
    private final Transmission transmission;
    private final Notices notices;
    private final ResponseDiscard discard;

    SpringExchange(ResilientHttp resilience, Call call, Transmission transmission, Notices notices) {
        this.resilience = resilience;
        this.transmission = transmission;
        this.notices = notices;
        this.discard = new ResponseDiscard(call.policy().discard());
    }

    @Override
    public HeldResponse send(Call call, int attempt) throws IOException {
        long nanos = call.attemptTimeoutNanos();
        long start = nanos == 0 ? 0 : resilience.time().nanos();
        AttemptCut cut = AttemptCut.after(nanos, resilience.time(), resilience.watchdog());
        HeldResponse held;
        try {
            held = HeldResponse.of(transmission.send(headers -> call.decorate(attempt, headers::set)), cut);
        } catch (IOException | RuntimeException failure) {
            if (cut.over()) {
                notices.overran(resilience.time().nanos() - start, nanos);
                throw new AttemptTimeoutException(attempt, nanos, FactoryFailures.whenCut(failure), failure);
            }
            // Whoever waits for a connection is interrupted alone: the request would still go out when there is one.
            var unused = cut.drop();
            throw failure;
        } finally {
            cut.over();
        }
        notices.answered(held.response(), cut.hooked());
        return cut.over() ? late(held, attempt, nanos, start) : held;
    }

    /** From a client that cannot be cut it is as good as any; else its connection is gone. */
    private HeldResponse late(HeldResponse held, int attempt, long nanos, long start) throws IOException {
        if (held.cut().drop()) {
            discard(held);
            throw new AttemptTimeoutException(attempt, nanos, FailureKind.BROKEN, null);
        }
        notices.overran(resilience.time().nanos() - start, nanos);
        return held;
    }

    @Override
    public int status(HeldResponse held) {
        return held.status();
    }

    @Override
    public HeaderView headers(HeldResponse held) {
        return new HeaderFields(held.getHeaders());
    }

    @Override
    public Outcome.Failure failed(Throwable failure) {
        return FactoryFailures.classify(failure);
    }

    @Override
    public boolean replayable() {
        return transmission.replayable();
    }

    @Override
    public byte[] peek(HeldResponse held, int maxBytes, long maxNanos) {
        return bodiless() ? new byte[0] : held.peek(maxBytes, maxNanos);
    }

    @Override
    public void discard(HeldResponse held) {
        discard.discard(held, bodiless());
    }

    /** Such a response may tell the length of a body that it has not (RFC 9110 section 9.3.2). */
    private boolean bodiless() {
        return transmission.request().getMethod().name().equals("HEAD");
    }
}
