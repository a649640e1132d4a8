// SPDX-License-Identifier: Apache-2.0
package io.github.resilienthttp.spring;

import io.github.resilienthttp.ResilientHttp;
import io.github.resilienthttp.call.Call;
import io.github.resilienthttp.call.CallOptions;
import io.github.resilienthttp.call.Exchange;
import io.github.resilienthttp.call.ResilientClient;
import io.github.resilienthttp.decision.FailureKind;
import io.github.resilienthttp.decision.Outcome;
import io.github.resilienthttp.hint.HeaderView;
import java.io.IOException;
import java.net.URI;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpRequest;
import org.springframework.http.client.ClientHttpResponse;

/** The client's side of a call in Spring's terms, and the attribute by which its request is known. For one thread. */
final class SpringExchange implements Exchange<HeldResponse, IOException> {
    private final ResilientHttp resilience;
    private final Call call;
    private final Transmission transmission;
    private final Notices notices;
    private boolean underWay = true;

    SpringExchange(ResilientHttp resilience, Call call, Transmission transmission, Notices notices) {
        this.resilience = resilience;
        this.call = call;
        this.transmission = transmission;
        this.notices = notices;
    }

    /** A new call for the request; null where the engine has nothing to do with it. */
    static @Nullable Call callOf(ResilientHttp resilience, HttpRequest request, CallOptions defaults) {
        if (ResilienceAttributes.underWay(request)) {
            return null;
        }
        CallOptions options = ResilienceAttributes.optionsOf(request, defaults);
        if (options.disabled()) {
            return null;
        }
        ResilientClient client = clientFor(resilience, options, request);
        return client.active(options) ? client.newCall(options) : null;
    }

    private static ResilientClient clientFor(ResilientHttp resilience, CallOptions options, HttpRequest request) {
        String named = options.client();
        if (named != null) {
            return resilience.client(named);
        }
        URI uri = request.getURI();
        return resilience.clientFor(options, RequestFacts.scheme(uri), RequestFacts.host(uri), uri.getPort());
    }

    /** Runs the call to its end. */
    ClientHttpResponse run() throws IOException {
        HttpRequest request = transmission.request();
        ResilienceAttributes.begin(request, this);
        try {
            return resilience
                    .blockingDriver()
                    .execute(call, new RequestFacts(request), this)
                    .delivered();
        } finally {
            call.close();
            underWay = false;
            ResilienceAttributes.tell(request, call);
        }
    }

    Call call() {
        return call;
    }

    boolean underWay() {
        return underWay;
    }

    @Override
    public HeldResponse send(Call call, int attempt) throws IOException {
        AttemptCut cut = AttemptCut.of(call, resilience);
        HeldResponse held;
        try {
            held = HeldResponse.of(transmission.send(call, attempt), cut);
        } catch (IOException | RuntimeException failure) {
            if (cut.over()) {
                overran();
                throw new AttemptTimeoutException(
                        attempt, call.attemptTimeoutNanos(), FactoryFailures.whenCut(failure), failure);
            }
            // Whoever waits for a connection is interrupted alone: the request would still go out when there is one.
            var unused = cut.drop();
            throw failure;
        } finally {
            cut.over();
        }
        notices.answered(held.response(), cut.hooked());
        return cut.over() ? late(held, attempt) : held;
    }

    private void overran() {
        long late = resilience.time().nanos() - call.attemptEndNanos();
        notices.overran(late, call.attemptTimeoutNanos());
    }

    /** From a client that cannot be cut it is as good as any; else its connection is gone. */
    private HeldResponse late(HeldResponse held, int attempt) throws IOException {
        if (held.cut().drop()) {
            discard(held);
            throw new AttemptTimeoutException(attempt, call.attemptTimeoutNanos(), FailureKind.BROKEN, null);
        }
        overran();
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
        new ResponseDiscard(call.policy().discard()).discard(held, bodiless());
    }

    /** Such a response may tell the length of a body that it has not (RFC 9110 section 9.3.2). */
    private boolean bodiless() {
        return transmission.request().getMethod().name().equals("HEAD");
    }
}
