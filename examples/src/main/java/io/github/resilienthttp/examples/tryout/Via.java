// SPDX-License-Identifier: Apache-2.0
package io.github.resilienthttp.examples.tryout;

import io.github.resilienthttp.ResilientHttp;
import io.github.resilienthttp.call.CallOptions;

/** The adapters of {@code --via}; names as they are typed. */
public enum Via {
    /** HttpClient 5, blocking. */
    classic,
    /** HttpClient 5, callbacks, HTTP/1.1. */
    async,
    /** HttpClient 5, callbacks, HTTP/2 only: by prior knowledge for {@code http}, by ALPN for {@code https}. */
    http2,
    /** Spring's RestClient over HttpClient 5. */
    restclient;

    Transport open(ResilientHttp http, TryRequest request, CallOptions options, int connections) {
        return switch (this) {
            case async -> AsyncTransport.http1(http, request, options, connections);
            case http2 -> AsyncTransport.http2(http, request, options);
            case restclient -> new RestClientTransport(http, request, options, connections);
            case classic -> new ClassicTransport(http, request, options, connections);
        };
    }
}
