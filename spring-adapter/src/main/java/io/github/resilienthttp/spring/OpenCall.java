// SPDX-License-Identifier: Apache-2.0
package io.github.resilienthttp.spring;

import io.github.resilienthttp.ResilientHttp;
import io.github.resilienthttp.call.Call;
import io.github.resilienthttp.call.CallOptions;
import io.github.resilienthttp.call.ResilientClient;
import java.io.IOException;
import java.net.URI;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpRequest;
import org.springframework.http.client.ClientHttpResponse;

/** The call of one request. For one thread. */
record OpenCall(ResilientHttp resilience, Call call) {
    /** Marks the attempts of a call: a second layer within keeps out of them. */
    static final String UNDER_WAY = "io.github.resilienthttp.spring.underWay";

    /** Null where the engine has nothing to do with the request. */
    static @Nullable OpenCall of(ResilientHttp resilience, HttpRequest request, CallOptions defaults) {
        if (request.getAttributes().containsKey(UNDER_WAY)) {
            return null;
        }
        CallOptions options = ResilienceAttributes.optionsOf(request, defaults);
        if (options.disabled()) {
            return null;
        }
        URI uri = request.getURI();
        ResilientClient client =
                resilience.clientFor(options, RequestFacts.scheme(uri), RequestFacts.host(uri), uri.getPort());
        return client.active(options) ? new OpenCall(resilience, client.newCall(options)) : null;
    }

    /** Runs the call to its end. */
    ClientHttpResponse run(Transmission transmission, Notices notices) throws IOException {
        SpringExchange exchange = new SpringExchange(resilience, call, transmission, notices);
        try {
            return resilience.blockingDriver().execute(call, new RequestFacts(transmission.request()), exchange);
        } finally {
            call.close();
            ResilienceAttributes.keep(transmission.request(), call);
        }
    }
}
