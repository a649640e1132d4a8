// SPDX-License-Identifier: Apache-2.0
package io.github.resilienthttp.benchmarks.transport;

import java.nio.charset.StandardCharsets;
import org.apache.hc.client5.http.classic.ExecChainHandler;
import org.apache.hc.client5.http.impl.ChainElement;
import org.apache.hc.client5.http.impl.classic.HttpClientBuilder;
import org.apache.hc.core5.http.ClassicHttpResponse;
import org.apache.hc.core5.http.ContentType;
import org.apache.hc.core5.http.HttpHost;
import org.apache.hc.core5.http.io.entity.ByteArrayEntity;
import org.apache.hc.core5.http.message.BasicClassicHttpResponse;

/** HttpClient without a network: its chain runs whole, but for connecting and the transport. */
final class InMemory {
    static final HttpHost TARGET = new HttpHost("http", "in-memory.example", 80);

    private static final byte[] OK = "ok".getBytes(StandardCharsets.US_ASCII);
    private static final ExecChainHandler NO_CONNECT = (request, scope, chain) -> chain.proceed(request, scope);
    private static final ExecChainHandler CANNED = (request, scope, chain) -> answer();

    private InMemory() {}

    static HttpClientBuilder client() {
        return HttpClientBuilder.create()
                .replaceExecInterceptor(ChainElement.CONNECT.name(), NO_CONNECT)
                .replaceExecInterceptor(ChainElement.MAIN_TRANSPORT.name(), CANNED);
    }

    private static ClassicHttpResponse answer() {
        BasicClassicHttpResponse response = new BasicClassicHttpResponse(200, "OK");
        response.addHeader("Date", "Fri, 01 Jan 2027 00:00:00 GMT");
        response.addHeader("Content-Type", "text/plain");
        response.setEntity(new ByteArrayEntity(OK, ContentType.TEXT_PLAIN));
        return response;
    }
}
