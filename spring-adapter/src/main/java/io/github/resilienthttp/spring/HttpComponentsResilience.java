// SPDX-License-Identifier: Apache-2.0
package io.github.resilienthttp.spring;

import io.github.resilienthttp.stability.Stable;
import java.io.IOException;
import org.apache.hc.client5.http.classic.ExecChain;
import org.apache.hc.client5.http.impl.classic.HttpClientBuilder;
import org.apache.hc.core5.http.ClassicHttpRequest;
import org.apache.hc.core5.http.ClassicHttpResponse;
import org.apache.hc.core5.http.HttpException;

/**
 * Prepares Apache's HttpClient 5 for attempts that Spring sends: its own retries are switched off, and the engine gets a
 * handle to cut an attempt, or a response that is given up, short. Without it this client repeats a 429 and a 503 by itself, POST
 * included, and reads every response that it closes to its end. Thread-safe.
 *
 * <pre>{@code
 * new HttpComponentsClientHttpRequestFactory(HttpComponentsResilience.prepare(HttpClients.custom()).build())
 * }</pre>
 */
@Stable
public final class HttpComponentsResilience {
    private HttpComponentsResilience() {}

    /**
     * Prepares the clients that a builder makes; again it does no harm.
     *
     * @param builder any classic builder
     * @return the same builder
     */
    public static HttpClientBuilder prepare(HttpClientBuilder builder) {
        return builder.disableAutomaticRetries()
                .addExecInterceptorFirst("resilient-http-cut", HttpComponentsResilience::leaveHandle);
    }

    private static ClassicHttpResponse leaveHandle(ClassicHttpRequest request, ExecChain.Scope scope, ExecChain chain)
            throws IOException, HttpException {
        AttemptCut.by(scope.execRuntime::discardEndpoint);
        return chain.proceed(request, scope);
    }
}
