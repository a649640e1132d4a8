// SPDX-License-Identifier: Apache-2.0
package io.github.resilienthttp.httpclient5;

import java.io.IOException;
import org.apache.hc.client5.http.async.AsyncExecCallback;
import org.apache.hc.client5.http.async.AsyncExecChain;
import org.apache.hc.client5.http.async.AsyncExecChainHandler;
import org.apache.hc.client5.http.protocol.HttpClientContext;
import org.apache.hc.core5.http.HttpException;
import org.apache.hc.core5.http.HttpRequest;
import org.apache.hc.core5.http.nio.AsyncEntityProducer;
import org.jspecify.annotations.Nullable;

/** The outermost element of a chain that calls back: opens the call that all hops share. Thread-safe. */
record AsyncCallHandler(CallOpener opener) implements AsyncExecChainHandler {
    @Override
    public void execute(
            HttpRequest request,
            @Nullable AsyncEntityProducer body,
            AsyncExecChain.Scope scope,
            AsyncExecChain chain,
            AsyncExecCallback callback)
            throws HttpException, IOException {
        HttpClientContext context = scope.clientContext;
        OpenCall opened = OpenCall.of(context, scope.exchangeId) == null ? opener.open(HopScope.of(scope)) : null;
        if (opened == null) {
            chain.proceed(request, body, scope, callback);
            return;
        }
        try {
            chain.proceed(request, body, scope, new ClosingCallback(opened, context, callback));
        } catch (IOException | HttpException | RuntimeException e) {
            opened.thrown();
            opened.close(context);
            throw e;
        }
    }
}
