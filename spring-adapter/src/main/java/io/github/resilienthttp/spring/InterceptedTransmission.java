// SPDX-License-Identifier: Apache-2.0
package io.github.resilienthttp.spring;

import io.github.resilienthttp.call.Call;
import java.io.IOException;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpRequest;
import org.springframework.http.client.ClientHttpRequestExecution;
import org.springframework.http.client.ClientHttpResponse;

/** Sends through the rest of the interceptors. For one thread. */
final class InterceptedTransmission implements Transmission {
    private final HttpRequest request;
    private final byte[] body;
    private final ClientHttpRequestExecution execution;

    InterceptedTransmission(HttpRequest request, byte[] body, ClientHttpRequestExecution execution) {
        this.request = request;
        this.body = body;
        this.execution = execution;
    }

    @Override
    public HttpRequest request() {
        return request;
    }

    @Override
    public ClientHttpResponse send(Call call, int attempt) throws IOException {
        AttemptRequest own = new AttemptRequest(request);
        HttpHeaders headers = own.getHeaders();
        call.decorate(attempt, headers::set);
        return execution.execute(own, body);
    }

    /** Spring has buffered it. */
    @Override
    public boolean replayable() {
        return true;
    }
}
