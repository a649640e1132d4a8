// SPDX-License-Identifier: Apache-2.0
package io.github.resilienthttp.httpclient5;

import io.github.resilienthttp.contract.AdapterKind;
import io.github.resilienthttp.contract.AdapterSetting;
import io.github.resilienthttp.contract.AdapterUnderTest;
import io.github.resilienthttp.contract.CallbackCall;
import io.github.resilienthttp.contract.ContractBody;
import io.github.resilienthttp.contract.ContractRequest;
import io.github.resilienthttp.contract.Ending;
import io.github.resilienthttp.contract.Running;
import io.github.resilienthttp.contract.Trait;
import io.github.resilienthttp.testkit.ScriptedServer;
import java.net.URI;
import java.util.EnumSet;
import java.util.Set;
import java.util.concurrent.CancellationException;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Future;
import org.apache.hc.client5.http.async.methods.SimpleHttpResponse;
import org.apache.hc.client5.http.async.methods.SimpleResponseConsumer;
import org.apache.hc.client5.http.impl.async.CloseableHttpAsyncClient;
import org.apache.hc.client5.http.impl.async.HttpAsyncClients;
import org.apache.hc.client5.http.impl.nio.PoolingAsyncClientConnectionManager;
import org.apache.hc.client5.http.impl.nio.PoolingAsyncClientConnectionManagerBuilder;
import org.apache.hc.client5.http.protocol.HttpClientContext;
import org.apache.hc.core5.concurrent.FutureCallback;
import org.apache.hc.core5.http.message.BasicHttpRequest;
import org.apache.hc.core5.http.nio.support.BasicRequestProducer;
import org.apache.hc.core5.io.CloseMode;
import org.apache.hc.core5.reactor.IOReactorConfig;

/** The client that calls back, over HTTP/1.1, put to the contract. */
final class AsyncAdapter implements AdapterUnderTest {
    static final AdapterKind KIND = new Kind();

    private final ScriptedServer server;
    private final PoolingAsyncClientConnectionManager pool;
    private final CloseableHttpAsyncClient client;

    private record Kind() implements AdapterKind {
        @Override
        public String prefix() {
            return "Async";
        }

        /**
         * No thread waits for a call, so there is none to be interrupted. What has come of a status line is parsed when the
         * stream ends, as if it were whole.
         */
        @Override
        public Set<Trait> lacks() {
            return EnumSet.of(Trait.INTERRUPT, Trait.INTERRUPTS_ATTEMPTS, Trait.TELLS_SHORT_STATUS_LINES);
        }

        @Override
        public AdapterUnderTest open(AdapterSetting setting) {
            return new AsyncAdapter(setting);
        }
    }

    private AsyncAdapter(AdapterSetting setting) {
        server = setting.server();
        pool = PoolingAsyncClientConnectionManagerBuilder.create()
                .setMaxConnTotal(setting.connections())
                .setMaxConnPerRoute(setting.connections())
                .setDefaultConnectionConfig(ClassicAdapter.connections())
                .build();
        client = ResilientHttpClient5.install(
                        HttpAsyncClients.custom()
                                .setConnectionManager(pool)
                                .setIOReactorConfig(IOReactorConfig.custom()
                                        .setIoThreadCount(1)
                                        .build()),
                        setting.engine())
                .build();
        client.start();
    }

    @Override
    public URI uri(String target) {
        return server.uri(target);
    }

    @Override
    public Running start(ContractRequest request) {
        return start(client, request);
    }

    /** Begins a call on any client that calls back. */
    static Running start(CloseableHttpAsyncClient client, ContractRequest request) {
        BasicHttpRequest sent = new BasicHttpRequest(request.method(), request.uri());
        request.headers().forEach(line -> sent.addHeader(line.name(), line.value()));
        HttpClientContext context = HttpClientContext.create();
        ResilientHttpClient5.options(context, request.options());
        Telling telling = new Telling(context);
        ContractBody body = request.body();
        Future<SimpleHttpResponse> future = client.execute(
                new BasicRequestProducer(sent, body.kind() == ContractBody.Kind.NONE ? null : new ContractEntity(body)),
                SimpleResponseConsumer.create(),
                context,
                telling);
        return new CallbackCall(telling.ending, () -> future.cancel(true));
    }

    @Override
    public int leased() {
        return pool.getTotalStats().getLeased();
    }

    @Override
    public void close() {
        client.close(CloseMode.IMMEDIATE);
    }

    private static final class Telling implements FutureCallback<SimpleHttpResponse> {
        private final CompletableFuture<Ending> ending = new CompletableFuture<>();
        private final HttpClientContext context;

        Telling(HttpClientContext context) {
            this.context = context;
        }

        @Override
        public void completed(SimpleHttpResponse response) {
            byte[] body = response.getBodyBytes();
            ending.complete(Ending.answered(
                    response.getCode(),
                    ClassicAdapter.lines(response.getHeaders()),
                    body == null ? new byte[0] : body,
                    () -> ResilientHttpClient5.report(context)));
        }

        @Override
        public void failed(Exception cause) {
            ending.complete(Ending.failed(cause, () -> ResilientHttpClient5.report(context)));
        }

        @Override
        public void cancelled() {
            failed(new CancellationException("by the client"));
        }
    }
}
