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
import org.apache.hc.core5.http.ClassicHttpRequest;
import org.apache.hc.core5.http.ClassicHttpResponse;
import org.apache.hc.core5.http.io.entity.EntityUtils;

/** Sends the requests of one act through the classic adapter until it is closed. */
final class Callers implements AutoCloseable {
    private static final int WARM_UP_CALLS = 15;

    private final Act act;
    private final CloseableHttpClient client;
    private final AtomicInteger turn = new AtomicInteger();
    private final List<Thread> threads = new ArrayList<>();

    Callers(Act act, ResilientHttp http) {
        this.act = act;
        this.client = ResilientHttpClient5.install(pooled(act.callers()), http, act.name())
                .build();
    }

    private static HttpClientBuilder pooled(int connections) {
        return HttpClientBuilder.create()
                .setConnectionManager(PoolingHttpClientConnectionManagerBuilder.create()
                        .setMaxConnTotal(connections)
                        .setMaxConnPerRoute(connections)
                        .build());
    }

    /**
     * Loads the code on both sides, as another user whose limits and faults are nobody else's: a cold start delays the first
     * requests by more than the margin that a paced client keeps.
     */
    static void warmUp(List<Act> acts) throws IOException {
        try (ResilientHttp http = ResilientHttp.withDefaults();
                CloseableHttpClient client =
                        ResilientHttpClient5.install(pooled(1), http).build()) {
            for (Act act : acts) {
                for (int i = 0; i < WARM_UP_CALLS; i++) {
                    ClassicHttpRequest request = act.requests().get(0).get();
                    request.setHeader("Authorization", "Bearer warm-up");
                    client.execute(request, Callers::consumed);
                }
            }
        }
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
            client.execute(act.requests().get(index).get(), Callers::consumed);
        } catch (IOException told) {
            // The listener has been told.
        }
    }

    private static int consumed(ClassicHttpResponse response) throws IOException {
        EntityUtils.consume(response.getEntity());
        return response.getCode();
    }

    @Override
    public void close() throws IOException {
        threads.forEach(Thread::interrupt);
        client.close();
    }
}
