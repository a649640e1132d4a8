// SPDX-License-Identifier: Apache-2.0
package io.github.resilienthttp.benchmarks.storm;

import io.github.resilienthttp.ResilientHttp;
import io.github.resilienthttp.call.CallRefusedException;
import io.github.resilienthttp.httpclient5.ResilientHttpClient5;
import io.github.resilienthttp.policy.Policy;
import io.github.resilienthttp.storm.Ending;
import java.io.IOException;
import java.util.function.Consumer;
import org.apache.hc.client5.http.async.methods.SimpleRequestBuilder;
import org.apache.hc.client5.http.impl.async.CloseableHttpAsyncClient;

/** A client process as its users write it: HttpClient with the engine installed, clocks and all as they come. */
final class AdapterProcess implements RealProcess {
    private final RealClients clients;
    private final ResilientHttp engine;
    private final CloseableHttpAsyncClient client;

    AdapterProcess(RealClients clients, Policy policy) {
        this.clients = clients;
        this.engine = ResilientHttp.builder().client(policy).build();
        this.client = clients.started(ResilientHttpClient5.install(clients.builder(), engine, policy.client()));
    }

    /** The client's own future tells nothing that its callback does not. */
    @Override
    @SuppressWarnings("FutureReturnValueIgnored")
    public void call(Consumer<Ending> whenOver) {
        client.execute(
                SimpleRequestBuilder.get()
                        .setHttpHost(clients.target())
                        .setPath("/")
                        .build(),
                new BackOnLoop(
                        clients.loop(),
                        response -> whenOver.accept(response.getCode() < 400 ? Ending.WELL : Ending.FAILED),
                        failure -> whenOver.accept(
                                failure instanceof CallRefusedException ? Ending.REFUSED : Ending.FAILED)));
    }

    @Override
    public void close() throws IOException {
        client.close();
        engine.close();
    }
}
