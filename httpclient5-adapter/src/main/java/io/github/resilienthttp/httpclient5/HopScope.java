// SPDX-License-Identifier: Apache-2.0
package io.github.resilienthttp.httpclient5;

import org.apache.hc.client5.http.HttpRoute;
import org.apache.hc.client5.http.async.AsyncExecChain;
import org.apache.hc.client5.http.classic.ExecChain;
import org.apache.hc.client5.http.protocol.HttpClientContext;
import org.apache.hc.core5.concurrent.CancellableDependency;
import org.jspecify.annotations.Nullable;

/**
 * What the scopes of the blocking chain and of the one that calls back have in common.
 *
 * @param exchangeId the same for all hops of an exchange
 * @param route where this hop leads
 * @param context the exchange's, used again for later ones
 * @param abortable what the caller can cancel, or null where nothing can be
 */
record HopScope(
        String exchangeId,
        HttpRoute route,
        HttpClientContext context,
        @Nullable CancellableDependency abortable) {
    static HopScope of(ExecChain.Scope scope) {
        // Later hops carry a copy that nobody can abort: what the caller holds is the request of the first.
        CancellableDependency abortable = scope.originalRequest instanceof CancellableDependency caller ? caller : null;
        return new HopScope(scope.exchangeId, scope.route, scope.clientContext, abortable);
    }

    static HopScope of(AsyncExecChain.Scope scope) {
        return new HopScope(scope.exchangeId, scope.route, scope.clientContext, scope.cancellableDependency);
    }
}
