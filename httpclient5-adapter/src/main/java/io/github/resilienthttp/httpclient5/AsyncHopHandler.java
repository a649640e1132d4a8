// SPDX-License-Identifier: Apache-2.0
package io.github.resilienthttp.httpclient5;

import java.io.IOException;
import org.apache.hc.client5.http.async.AsyncExecCallback;
import org.apache.hc.client5.http.async.AsyncExecChain;
import org.apache.hc.client5.http.async.AsyncExecChainHandler;
import org.apache.hc.core5.http.HttpException;
import org.apache.hc.core5.http.HttpRequest;
import org.apache.hc.core5.http.nio.AsyncEntityProducer;
import org.jspecify.annotations.Nullable;

/** Sends the request, or one hop of a redirect, as often as its call wants, without holding a thread. Thread-safe. */
record AsyncHopHandler(AsyncInstallation installation) implements AsyncExecChainHandler {
    @Override
    public void execute(
            HttpRequest request,
            @Nullable AsyncEntityProducer body,
            AsyncExecChain.Scope scope,
            AsyncExecChain chain,
            AsyncExecCallback callback)
            throws HttpException, IOException {
        OpenCall open = OpenCall.of(scope.clientContext, scope.exchangeId);
        AsyncExecCallback caller = callback;
        if (open == null) {
            // The first hop's client may be off while this hop's is not.
            open = installation.opener().open(HopScope.of(scope));
            caller = open == null ? callback : new ClosingCallback(open, scope.clientContext, callback);
        }
        if (open == null || !open.engage()) {
            chain.proceed(request, body, scope, callback);
            return;
        }
        if (scope.cancellableDependency.isCancelled()) {
            open.heedAbort();
        }
        AsyncHop exchange = new AsyncHop(request, body, scope, chain, caller, open, installation);
        installation
                .resilience()
                .callbackDriver()
                .execute(open.call(), new RequestFacts(request, scope.route), exchange);
    }
}
