// SPDX-License-Identifier: Apache-2.0
package io.github.resilienthttp.benchmarks.wire;

import io.github.resilience4j.circuitbreaker.CircuitBreaker;
import io.github.resilience4j.ratelimiter.RateLimiter;
import io.github.resilience4j.retry.Retry;
import io.github.resilienthttp.benchmarks.Subject;
import io.github.resilienthttp.benchmarks.engine.Resilience4jNest;
import io.github.resilienthttp.benchmarks.transport.HttpClients5;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.function.Supplier;
import org.apache.hc.client5.http.async.methods.SimpleHttpRequest;
import org.apache.hc.client5.http.async.methods.SimpleHttpResponse;
import org.apache.hc.client5.http.async.methods.SimpleRequestBuilder;
import org.apache.hc.client5.http.impl.async.CloseableHttpAsyncClient;
import org.apache.hc.core5.concurrent.FutureCallback;
import org.apache.hc.core5.http.HttpHost;

/** Calls of clients that call back, each waited for. */
final class AsyncCalls {
    private AsyncCalls() {}

    static Subject plain(CloseableHttpAsyncClient client, HttpHost target) {
        client.start();
        return HttpClients5.closing(lane -> send(client, target).join().getCode(), client);
    }

    static Subject nestedAround(CloseableHttpAsyncClient client, HttpHost target) {
        client.start();
        Resilience4jNest nest = HttpClients5.nest();
        ScheduledExecutorService scheduler = Executors.newSingleThreadScheduledExecutor();
        return HttpClients5.closing(
                lane -> {
                    Supplier<CompletionStage<SimpleHttpResponse>> limited =
                            RateLimiter.decorateCompletionStage(nest.limiter(), () -> send(client, target));
                    Supplier<CompletionStage<SimpleHttpResponse>> broken =
                            CircuitBreaker.decorateCompletionStage(nest.breaker(), limited);
                    return Retry.decorateCompletionStage(nest.retry(), scheduler, broken)
                            .get()
                            .toCompletableFuture()
                            .join()
                            .getCode();
                },
                client,
                scheduler::shutdownNow);
    }

    /** The client's own future tells nothing that its callback does not. */
    @SuppressWarnings("FutureReturnValueIgnored")
    private static CompletableFuture<SimpleHttpResponse> send(CloseableHttpAsyncClient client, HttpHost target) {
        SimpleHttpRequest request =
                SimpleRequestBuilder.get().setHttpHost(target).setPath("/").build();
        CompletableFuture<SimpleHttpResponse> answer = new CompletableFuture<>();
        client.execute(request, new Completion(answer));
        return answer;
    }

    private record Completion(CompletableFuture<SimpleHttpResponse> answer)
            implements FutureCallback<SimpleHttpResponse> {
        @Override
        public void completed(SimpleHttpResponse response) {
            answer.complete(response);
        }

        @Override
        public void failed(Exception failure) {
            answer.completeExceptionally(failure);
        }

        @Override
        public void cancelled() {
            answer.cancel(false);
        }
    }
}
