// SPDX-License-Identifier: Apache-2.0
package io.github.resilienthttp.httpclient5;

import io.github.resilienthttp.ResilientHttp;
import io.github.resilienthttp.call.CallOptions;
import io.github.resilienthttp.call.ResilientClient;
import org.apache.hc.core5.http.HttpHost;
import org.jspecify.annotations.Nullable;

/** Opens the calls of one installation. Thread-safe. */
record CallOpener(ResilientHttp resilience, CallOptions usual) {
    /** Of requests that belong to the client of their origin, unless their options name one. */
    static CallOpener byOrigin(ResilientHttp resilience) {
        return new CallOpener(resilience, CallOptions.NONE);
    }

    /** Of requests that belong to one client of the engine's, unless their options name another. */
    static CallOpener named(ResilientHttp resilience, String client) {
        String known = resilience.client(client).name();
        return new CallOpener(resilience, CallOptions.NONE.withClient(known));
    }

    /** The call of an exchange, put into its context; null where the engine keeps out of it. */
    @Nullable
    OpenCall open(HopScope scope) {
        CallOptions options = options(scope);
        ResilientClient client = client(options, scope.route().getTargetHost());
        return client.active(options) ? OpenCall.open(scope, client.newCall(options)) : null;
    }

    private ResilientClient client(CallOptions options, HttpHost target) {
        String named = options.client();
        return named != null
                ? resilience.client(named)
                : resilience.clientFor(
                        options, target.getSchemeName(), HostNames.normal(target.getHostName()), target.getPort());
    }

    private CallOptions options(HopScope scope) {
        CallOptions options = ResilientHttpClient5.optionsOf(scope.context());
        if (options.equals(CallOptions.NONE)) {
            return usual;
        }
        String name = usual.client();
        return name == null || options.client() != null ? options : options.withClient(name);
    }
}
