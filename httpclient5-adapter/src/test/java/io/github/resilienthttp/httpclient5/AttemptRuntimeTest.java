// SPDX-License-Identifier: Apache-2.0
package io.github.resilienthttp.httpclient5;

import static org.assertj.core.api.Assertions.assertThat;

import java.lang.reflect.Proxy;
import java.util.ArrayList;
import java.util.List;
import org.apache.hc.client5.http.EndpointInfo;
import org.apache.hc.client5.http.HttpRoute;
import org.apache.hc.client5.http.async.AsyncExecRuntime;
import org.apache.hc.client5.http.protocol.HttpClientContext;
import org.apache.hc.core5.concurrent.Cancellable;
import org.apache.hc.core5.concurrent.FutureCallback;
import org.apache.hc.core5.http.HttpHost;
import org.apache.hc.core5.http.nio.AsyncClientExchangeHandler;
import org.junit.jupiter.api.Test;

class AttemptRuntimeTest {
    private final List<String> journal = new ArrayList<>();
    private final List<FutureCallback<AsyncExecRuntime>> leases = new ArrayList<>();
    private final AsyncExecRuntime fork = recorded(AsyncExecRuntime.class);
    private final AttemptRuntime runtime = new AttemptRuntime(fork, () -> {});
    private final HttpClientContext context = HttpClientContext.create();
    private final FutureCallback<AsyncExecRuntime> chain = new FutureCallback<>() {
        @Override
        public void completed(AsyncExecRuntime result) {
            journal.add(result == runtime ? "chain goes on" : "chain has the fork");
        }

        @Override
        public void failed(Exception cause) {
            journal.add("chain failed");
        }

        @Override
        public void cancelled() {
            journal.add("chain cancelled");
        }
    };

    @SuppressWarnings("unchecked")
    private <T> T recorded(Class<T> type) {
        Object recorder = Proxy.newProxyInstance(type.getClassLoader(), new Class<?>[] {type}, (self, method, args) -> {
            if (method.getReturnType() != EndpointInfo.class) {
                journal.add(method.getName());
            }
            if (method.getName().equals("acquireEndpoint")) {
                leases.add((FutureCallback<AsyncExecRuntime>) args[4]);
            }
            return method.getReturnType() == Cancellable.class ? (Cancellable) () -> false : null;
        });
        return type.cast(recorder);
    }

    private void acquire() {
        Cancellable unused =
                runtime.acquireEndpoint("1", new HttpRoute(new HttpHost("localhost", 80)), null, context, chain);
        journal.clear();
    }

    @Test
    void aLeaseInTimeIsTheChains() {
        acquire();
        leases.get(0).completed(fork);
        assertThat(journal).containsExactly("chain goes on");
    }

    @Test
    void aLeaseThatComesTooLateIsGivenBackAndTheChainEnds() {
        acquire();
        runtime.end();
        journal.clear();
        leases.get(0).completed(fork);
        assertThat(journal).containsExactly("discardEndpoint", "chain cancelled");
    }

    @Test
    void nothingConnectsOnceTheAttemptIsOver() {
        runtime.end();
        journal.clear();
        Cancellable unused = runtime.connectEndpoint(context, chain);
        assertThat(journal).containsExactly("chain cancelled");
    }

    @Test
    void nothingIsSentOnceTheAttemptIsOver() {
        runtime.end();
        journal.clear();
        Cancellable unused = runtime.execute("1", recorded(AsyncClientExchangeHandler.class), context);
        assertThat(journal).containsExactly("failed", "releaseResources");
    }
}
