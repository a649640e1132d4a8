// SPDX-License-Identifier: Apache-2.0
package io.github.resilienthttp.spring;

import java.util.LinkedHashMap;
import java.util.Map;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpRequest;
import org.springframework.http.client.support.HttpRequestWrapper;

/** One attempt's own copy of a request: what an inner interceptor adds must not be there for the next attempt as well. */
final class AttemptRequest extends HttpRequestWrapper {
    private final HttpHeaders headers;
    private final Map<String, Object> attributes;

    AttemptRequest(HttpRequest request) {
        super(request);
        // Not new HttpHeaders(…), which writes through.
        this.headers = HttpHeaders.copyOf(request.getHeaders());
        this.attributes = new LinkedHashMap<>(request.getAttributes());
    }

    @Override
    public HttpHeaders getHeaders() {
        return headers;
    }

    @Override
    public Map<String, Object> getAttributes() {
        return attributes;
    }
}
