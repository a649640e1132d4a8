// SPDX-License-Identifier: Apache-2.0
package io.github.resilienthttp.httpclient5;

import io.github.resilienthttp.ResilientHttp;
import io.github.resilienthttp.policy.Mode;
import io.github.resilienthttp.policy.Policy;
import java.io.IOException;
import org.apache.hc.client5.http.classic.ExecChain;
import org.apache.hc.client5.http.classic.ExecChainHandler;
import org.apache.hc.core5.http.ClassicHttpRequest;
import org.apache.hc.core5.http.ClassicHttpResponse;
import org.apache.hc.core5.http.HttpException;

/** Sends the request, or one hop of a redirect, as often as its call wants. Thread-safe. */
final class HopHandler implements ExecChainHandler {
    private final CallOpener opener;
    private final AttemptLimit limit;

    HopHandler(CallOpener opener) {
        ResilientHttp resilience = opener.resilience();
        this.opener = opener;
        this.limit = new AttemptLimit(resilience.time(), resilience.watchdog(), new LeaseLimit());
    }

    @Override
    public ClassicHttpResponse execute(ClassicHttpRequest request, ExecChain.Scope scope, ExecChain chain)
            throws IOException, HttpException {
        OpenCall shared = OpenCall.of(scope.clientContext, scope.exchangeId);
        if (shared != null) {
            return run(shared, request, scope, chain);
        }
        // The first hop's client may be off while this hop's is not.
        OpenCall own = opener.open(HopScope.of(scope));
        if (own == null) {
            return chain.proceed(request, scope);
        }
        try {
            return run(own, request, scope, chain);
        } finally {
            own.close(scope.clientContext);
        }
    }

    private ClassicHttpResponse run(OpenCall open, ClassicHttpRequest request, ExecChain.Scope scope, ExecChain chain)
            throws IOException, HttpException {
        if (!open.engage()) {
            return chain.proceed(request, scope);
        }
        boolean returned = false;
        try {
            ClassicHttpResponse response = drive(open, request, scope, chain);
            Policy policy = open.call().policy();
            if (policy.mode() != Mode.OBSERVE) {
                RedirectBody.bound(response, scope.execRuntime, limit, policy.discard());
            }
            returned = true;
            return response;
        } finally {
            open.disengage();
            if (!returned) {
                // The client's own clean-up overlooks errors.
                scope.execRuntime.discardEndpoint();
            }
        }
    }

    private ClassicHttpResponse drive(OpenCall open, ClassicHttpRequest request, ExecChain.Scope scope, ExecChain chain)
            throws IOException, HttpException {
        ClassicExchange exchange = new ClassicExchange(request, new Attempt(scope, chain, open, limit));
        if (scope.execRuntime.isExecutionAborted()) {
            open.heedAbort();
        }
        try {
            return opener.resilience().blockingDriver().execute(open.call(), exchange.facts(), exchange);
        } catch (IOException | HttpException | RuntimeException failure) {
            throw failure;
        } catch (Exception unknown) {
            throw new IllegalStateException("the chain threw what it does not declare", unknown);
        }
    }
}
