// SPDX-License-Identifier: Apache-2.0
package io.github.resilienthttp.httpclient5;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.resilienthttp.ResilientHttp;
import io.github.resilienthttp.testkit.LeakProbe;
import io.github.resilienthttp.testkit.Reply;
import io.github.resilienthttp.testkit.ScriptedServer;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.util.ArrayList;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.function.BiConsumer;
import org.apache.hc.client5.http.async.AsyncExecCallback;
import org.apache.hc.client5.http.async.AsyncExecChain;
import org.apache.hc.client5.http.async.methods.SimpleHttpRequest;
import org.apache.hc.client5.http.async.methods.SimpleHttpResponse;
import org.apache.hc.client5.http.impl.ChainElement;
import org.apache.hc.client5.http.impl.async.CloseableHttpAsyncClient;
import org.apache.hc.client5.http.impl.async.HttpAsyncClientBuilder;
import org.apache.hc.client5.http.impl.nio.PoolingAsyncClientConnectionManager;
import org.apache.hc.client5.http.impl.nio.PoolingAsyncClientConnectionManagerBuilder;
import org.apache.hc.core5.http.EntityDetails;
import org.apache.hc.core5.http.HttpException;
import org.apache.hc.core5.http.HttpRequest;
import org.apache.hc.core5.http.HttpResponse;
import org.apache.hc.core5.http.nio.AsyncDataConsumer;
import org.apache.hc.core5.http.nio.AsyncEntityProducer;
import org.apache.hc.core5.io.CloseMode;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** What calls cost while they wait, beside calls that a handler which does nothing else has put aside at the same place. */
@Timeout(value = 100, threadMode = Timeout.ThreadMode.SEPARATE_THREAD)
class AsyncWaitingCostTest {
    private static final Reply LATER = Reply.status(503)
            .header("Retry-After", "600")
            .header("Content-Type", "text/plain")
            .header("Server", "scripted")
            .body("later");
    private static final int CALLS = 10_000;
    private static final int WARM = 500;
    private static final long MOST_BYTES = 1024;

    private record Parked(
            HttpRequest request,
            @Nullable AsyncEntityProducer body,
            AsyncExecChain.Scope scope,
            AsyncExecChain chain,
            AsyncExecCallback callback) {}

    private record Cost(long bytes, int threads) {}

    @Test
    void tenThousandWaitAtOnceForAKibibyteEachAndNoThread() throws Exception {
        Cost after503 = waiting("cooldown.enabled=false");
        Cost before = waiting("cooldown.enabled=true");
        Cost parkedAfter503 = parked(AsyncWaitingCostTest::answered);
        Cost parkedBefore = parked((parked, aside) -> aside.add(parked));

        long ours = after503.bytes - parkedAfter503.bytes;
        long oursBefore = before.bytes - parkedBefore.bytes;
        System.err.printf(
                "%,d calls wait: after a 503 %,d bytes each of ours and %,d of HttpClient's,"
                        + " before the first attempt %,d and %,d; %d threads more%n",
                CALLS, ours, parkedAfter503.bytes, oursBefore, parkedBefore.bytes, after503.threads);
        assertThat(ours).as("after a 503").isLessThanOrEqualTo(MOST_BYTES);
        assertThat(oursBefore).as("in a cool-down").isLessThanOrEqualTo(MOST_BYTES);
        assertThat(after503.threads).isLessThanOrEqualTo(2);
        assertThat(before.threads).isLessThanOrEqualTo(2);
    }

    private static Cost parked(BiConsumer<Parked, Queue<Parked>> how) throws Exception {
        Queue<Parked> aside = new ConcurrentLinkedQueue<>();
        HttpAsyncClientBuilder builder = HttpAsyncClientBuilder.create()
                .setConnectionManager(pool())
                .disableAutomaticRetries()
                .addExecInterceptorBefore(
                        ChainElement.PROTOCOL.name(),
                        "aside",
                        (request, body, scope, chain, callback) ->
                                how.accept(new Parked(request, body, scope, chain, callback), aside));
        try (ScriptedServer server = ScriptedServer.start();
                CloseableHttpAsyncClient client = builder.build()) {
            server.otherwise().reply(LATER);
            client.start();
            return measure(client, server, aside::size);
        }
    }

    /** What HttpClient itself keeps of a first exchange that was answered. */
    private static void answered(Parked parked, Queue<Parked> aside) {
        try {
            parked.chain.proceed(parked.request, parked.body, parked.scope, new AsyncExecCallback() {
                @Override
                public @Nullable AsyncDataConsumer handleResponse(
                        HttpResponse response, @Nullable EntityDetails entity) {
                    return null;
                }

                @Override
                public void handleInformationResponse(HttpResponse response) {}

                @Override
                public void completed() {
                    parked.scope.execRuntime.releaseEndpoint();
                    aside.add(parked);
                }

                @Override
                public void failed(Exception cause) {
                    parked.callback.failed(cause);
                }
            });
        } catch (IOException | HttpException failure) {
            parked.callback.failed(failure);
        }
    }

    private static PoolingAsyncClientConnectionManager pool() {
        return PoolingAsyncClientConnectionManagerBuilder.create()
                .setMaxConnTotal(8)
                .setMaxConnPerRoute(8)
                .build();
    }

    private static Cost waiting(String cooldown) throws Exception {
        try (ScriptedServer server = ScriptedServer.start();
                ResilientHttp resilience = Scene.engine(List.of(
                        "timeout.total=1h",
                        "timeout.attempt=60s",
                        "retry-after.max-wait=30m",
                        "cooldown.max-wait=30m",
                        "cooldown.max-waiting=10000",
                        "budget.enabled=false",
                        "circuit-breaker.enabled=false",
                        cooldown));
                CloseableHttpAsyncClient client = ResilientHttpClient5.install(
                                HttpAsyncClientBuilder.create().setConnectionManager(pool()), resilience)
                        .build()) {
            server.otherwise().reply(LATER);
            client.start();
            Cost cost = measure(client, server, () -> EngineTasks.waits(resilience));
            client.close(CloseMode.IMMEDIATE);
            EngineTasks.awaitNone(resilience);
            return cost;
        }
    }

    private interface Count {
        int get();
    }

    private static Cost measure(CloseableHttpAsyncClient client, ScriptedServer server, Count waiting)
            throws InterruptedException {
        List<Future<SimpleHttpResponse>> futures = new ArrayList<>(CALLS + WARM);
        start(client, server, futures, WARM, waiting);
        LeakProbe threads = LeakProbe.watching("");
        long before = heap();
        start(client, server, futures, CALLS - WARM, waiting);
        long after = heap();
        int more = (int) threads.extraThreads().stream()
                .filter(thread -> !thread.getName().startsWith(ScriptedServer.THREAD_PREFIX))
                .count();
        assertThat(futures).noneMatch(Future::isDone);
        return new Cost((after - before) / (CALLS - WARM), more);
    }

    private static void start(
            CloseableHttpAsyncClient client,
            ScriptedServer server,
            List<Future<SimpleHttpResponse>> futures,
            int count,
            Count waiting)
            throws InterruptedException {
        for (int i = 0; i < count; i++) {
            futures.add(client.execute(SimpleHttpRequest.create("GET", server.uri("/")), null));
        }
        for (int tries = 0; waiting.get() < futures.size() && tries < 4000; tries++) {
            TimeUnit.MILLISECONDS.sleep(10);
        }
        assertThat(waiting.get()).isGreaterThanOrEqualTo(futures.size());
    }

    private static long heap() throws InterruptedException {
        for (int i = 0; i < 3; i++) {
            System.gc();
            TimeUnit.MILLISECONDS.sleep(100);
        }
        return ManagementFactory.getMemoryMXBean().getHeapMemoryUsage().getUsed();
    }
}
