// SPDX-License-Identifier: Apache-2.0
package io.github.resilienthttp.httpclient5;

import io.github.resilienthttp.call.Call;
import io.github.resilienthttp.call.Exchange;
import io.github.resilienthttp.call.Failures;
import io.github.resilienthttp.call.RequestView;
import io.github.resilienthttp.decision.FailureKind;
import io.github.resilienthttp.decision.Outcome;
import io.github.resilienthttp.hint.HeaderView;
import java.io.IOException;
import java.util.function.BiConsumer;
import org.apache.hc.client5.http.classic.ExecChain;
import org.apache.hc.core5.http.ClassicHttpRequest;
import org.apache.hc.core5.http.ClassicHttpResponse;
import org.apache.hc.core5.http.HttpEntity;
import org.apache.hc.core5.http.HttpException;

/** One hop: the request as the chain gave it, and the rest of the chain to send it through. For one thread. */
final class ClassicExchange implements Exchange<ClassicHttpResponse, Exception>, BiConsumer<String, String> {
    private final ClassicHttpRequest given;
    private final PristineRequest pristine;
    private final Attempt attempt;
    private ClassicHttpRequest current;
    private boolean givenUsed;
    private boolean decorated;

    ClassicExchange(ClassicHttpRequest given, Attempt attempt) {
        TrackedEntity.track(given);
        this.given = given;
        this.current = given;
        this.pristine = new PristineRequest(given);
        this.attempt = attempt;
    }

    @Override
    public ClassicHttpResponse send(Call call, int number) throws IOException, HttpException {
        // The first time the very object is passed on, as the chain of HttpClient does.
        ClassicHttpRequest request = givenUsed ? pristine.copy() : given;
        givenUsed = true;
        current = request;
        decorated = false;
        call.decorate(number, this);
        ExecChain.Scope inner = decorated ? scopeWith(request) : attempt.scope();
        return attempt.send(request, inner, number, call.attemptTimeoutNanos());
    }

    /** Sets a header field on the request of the attempt at hand. */
    @Override
    public void accept(String name, String value) {
        current.setHeader(name, value);
        decorated = true;
    }

    @Override
    public void waiting() {
        attempt.open().heedAbort();
    }

    /** PROTOCOL sets the header of the original request anew after a challenge: what was added must be in there. */
    private ExecChain.Scope scopeWith(ClassicHttpRequest request) {
        ExecChain.Scope outer = attempt.scope();
        ClassicHttpRequest original = pristine.copy();
        original.setHeaders(request.getHeaders());
        return new ExecChain.Scope(outer.exchangeId, outer.route, original, outer.execRuntime, outer.clientContext);
    }

    @Override
    public int status(ClassicHttpResponse response) {
        return response.getCode();
    }

    @Override
    public HeaderView headers(ClassicHttpResponse response) {
        return new HeaderFields(response);
    }

    @Override
    public Outcome.Failure failed(Throwable failure) {
        boolean aborted = attempt.runtime().isExecutionAborted();
        attempt.open().heedAbort();
        if (aborted) {
            return new Outcome.Failure(FailureKind.ENDED, false, failure);
        }
        if (failure instanceof AttemptTimeoutException timeout) {
            return new Outcome.Failure(timeout.kind(), true, failure);
        }
        return Failures.classify(failure, attempt.open().sending() ? FailureKinds.SENT : FailureKinds.UNSENT);
    }

    @Override
    public boolean replayable() {
        HttpEntity body = given.getEntity();
        return body == null || body.isRepeatable();
    }

    @Override
    public byte[] peek(ClassicHttpResponse response, int maxBytes, long maxNanos) {
        return ResponsePeek.peek(response, attempt.runtime(), maxBytes, maxNanos);
    }

    @Override
    public void discard(ClassicHttpResponse response) {
        new ResponseDrain(
                        attempt.runtime(),
                        attempt.limit(),
                        attempt.open().call().policy().discard())
                .drain(response);
        attempt.open().heedAbort();
    }

    RequestView facts() {
        return new RequestFacts(given, attempt.scope().route);
    }
}
