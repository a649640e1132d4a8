// SPDX-License-Identifier: Apache-2.0
package io.github.resilienthttp.spring;

import io.github.resilienthttp.ResilientHttp;
import io.github.resilienthttp.call.Call;
import io.github.resilienthttp.call.Exchange;
import io.github.resilienthttp.call.Failures;
import io.github.resilienthttp.decision.Outcome;
import io.github.resilienthttp.hint.HeaderView;
import java.io.IOException;
import java.io.UncheckedIOException;
import org.springframework.http.client.ClientHttpResponse;

/** The client's side of a call in Spring's terms. For one thread. */
final class SpringExchange implements Exchange<ClientHttpResponse, IOException> {
    private final ResilientHttp resilience;
    private final Call call;
    private final Transmission transmission;

    SpringExchange(ResilientHttp resilience, Call call, Transmission transmission) {
        this.resilience = resilience;
        this.call = call;
        this.transmission = transmission;
    }

    @Override
    public ClientHttpResponse send(Call same, int attempt) throws IOException {
        AttemptCut cut = AttemptCut.after(call.attemptTimeoutNanos(), resilience.time(), resilience.watchdog());
        try {
            return transmission.send(headers -> call.decorate(attempt, headers::set));
        } finally {
            cut.over();
        }
    }

    @Override
    public int status(ClientHttpResponse response) {
        try {
            return response.getStatusCode().value();
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    @Override
    public HeaderView headers(ClientHttpResponse response) {
        return new HeaderFields(response.getHeaders());
    }

    @Override
    public Outcome.Failure failed(Throwable failure) {
        return Failures.classify(failure, link -> null);
    }

    @Override
    public boolean replayable() {
        return transmission.replayable();
    }

    @Override
    public byte[] peek(ClientHttpResponse response, int maxBytes, long maxNanos) {
        return new byte[0];
    }

    @Override
    public void discard(ClientHttpResponse response) {
        response.close();
    }
}
