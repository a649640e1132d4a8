// SPDX-License-Identifier: Apache-2.0
package io.github.resilienthttp.httpclient5;

import java.io.IOException;
import org.apache.hc.client5.http.classic.ExecChain;
import org.apache.hc.client5.http.classic.ExecChainHandler;
import org.apache.hc.core5.http.ClassicHttpRequest;
import org.apache.hc.core5.http.ClassicHttpResponse;
import org.apache.hc.core5.http.HttpException;
import org.jspecify.annotations.Nullable;

/** The outermost element of the chain: opens the call that all hops share, and closes it. Thread-safe. */
record CallHandler(CallOpener opener) implements ExecChainHandler {
    @Override
    public ClassicHttpResponse execute(ClassicHttpRequest request, ExecChain.Scope scope, ExecChain chain)
            throws IOException, HttpException {
        boolean first = OpenCall.of(scope.clientContext, scope.exchangeId) == null;
        @Nullable OpenCall opened = first ? opener.open(HopScope.of(scope)) : null;
        if (opened == null) {
            return chain.proceed(request, scope);
        }
        try {
            return chain.proceed(request, scope);
        } catch (IOException | HttpException | RuntimeException e) {
            opened.thrown();
            throw e;
        } finally {
            opened.close(scope.clientContext);
        }
    }
}
