// SPDX-License-Identifier: Apache-2.0
package io.github.resilienthttp.benchmarks.transport;

import java.io.ByteArrayInputStream;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.HttpStatusCode;
import org.springframework.http.client.ClientHttpResponse;

/** 200 and two bytes of text. */
final class CannedClientResponse implements ClientHttpResponse {
    private static final byte[] OK = "ok".getBytes(StandardCharsets.US_ASCII);

    private final HttpHeaders headers = new HttpHeaders();

    CannedClientResponse() {
        headers.set(HttpHeaders.CONTENT_TYPE, "text/plain");
        headers.set(HttpHeaders.CONTENT_LENGTH, "2");
    }

    @Override
    public HttpStatusCode getStatusCode() {
        return HttpStatus.OK;
    }

    @Override
    public String getStatusText() {
        return "OK";
    }

    @Override
    public HttpHeaders getHeaders() {
        return headers;
    }

    @Override
    public InputStream getBody() {
        return new ByteArrayInputStream(OK);
    }

    @Override
    public void close() {}
}
