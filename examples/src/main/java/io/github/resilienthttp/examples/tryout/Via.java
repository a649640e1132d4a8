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
    /** HttpClient 5, HTTP/2 by prior knowledge for {@code http}. Comes later. */
    http2,
    /** Spring's RestClient over HttpClient 5. Comes later. */
    restclient;

    /** {@return whether it is there} */
    public boolean ready() {
        return this == classic || this == async;
    }

    Transport open(ResilientHttp http, TryRequest request, CallOptions options, int connections) {
        return this == async
                ? new AsyncTransport(http, request, options, connections)
                : new ClassicTransport(http, request, options, connections);
    }
}
