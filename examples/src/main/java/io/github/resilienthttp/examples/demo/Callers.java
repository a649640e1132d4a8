package io.github.resilienthttp.examples.demo;

import io.github.resilienthttp.ResilientHttp;
import io.github.resilienthttp.httpclient5.ResilientHttpClient5;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import org.apache.hc.client5.http.impl.classic.CloseableHttpClient;
import org.apache.hc.client5.http.impl.classic.HttpClientBuilder;
import org.apache.hc.client5.http.impl.io.PoolingHttpClientConnectionManagerBuilder;
import org.apache.hc.core5.http.io.entity.EntityUtils;

/** Sends the requests of one act through the classic adapter until it is closed. */
final class Callers implements AutoCloseable {
    private final Act act;
    private final CloseableHttpClient client;
    private final AtomicInteger turn = new AtomicInteger();
    private final List<Thread> threads = new ArrayList<>();

    Callers(Act act, ResilientHttp http) {
        this.act = act;
        HttpClientBuilder builder = HttpClientBuilder.create()
                .setConnectionManager(PoolingHttpClientConnectionManagerBuilder.create()
                        .setMaxConnTotal(act.callers())
                        .setMaxConnPerRoute(act.callers())
                        .build());
        this.client = ResilientHttpClient5.install(builder, http, act.name()).build();
    }

    void start() {
        for (int i = 0; i < act.callers(); i++) {
            Thread caller = new Thread(this::callAndPause, act.name() + "-caller-" + i);
            caller.setDaemon(true);
            threads.add(caller);
            caller.start();
        }
    }

    private void callAndPause() {
        try {
            while (!Thread.interrupted()) {
                call();
                Thread.sleep(act.pause().toMillis());
            }
        } catch (InterruptedException over) {
            Thread.currentThread().interrupt();
        }
    }

    private void call() {
        int index = Math.floorMod(turn.getAndIncrement(), act.requests().size());
        try {
            client.execute(act.requests().get(index).get(), response -> {
                EntityUtils.consume(response.getEntity());
                return response.getCode();
            });
        } catch (IOException told) {
            // The listener has been told.
        }
    }

    @Override
    public void close() throws IOException {
        threads.forEach(Thread::interrupt);
        client.close();
    }
}
