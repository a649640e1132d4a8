// SPDX-License-Identifier: Apache-2.0
package io.github.resilienthttp.benchmarks.storm;

import io.github.resilienthttp.call.Time;
import io.github.resilienthttp.call.Timer;
import io.github.resilienthttp.storm.Reply;
import io.github.resilienthttp.storm.World;
import java.io.Closeable;
import java.io.IOException;
import java.net.ConnectException;
import java.util.Random;
import java.util.function.Consumer;
import org.apache.hc.client5.http.async.methods.SimpleHttpRequest;
import org.apache.hc.client5.http.async.methods.SimpleHttpResponse;
import org.apache.hc.client5.http.async.methods.SimpleRequestBuilder;
import org.apache.hc.client5.http.config.RequestConfig;
import org.apache.hc.client5.http.impl.async.CloseableHttpAsyncClient;
import org.apache.hc.core5.http.Header;
import org.apache.hc.core5.http.HttpHeaders;
import org.apache.hc.core5.util.Timeout;

/** A client process of the contenders that are simulated, with a real HttpClient, without retries of its own. */
final class LoopbackWorld implements World, Closeable {
    private final RealClients clients;
    private final CloseableHttpAsyncClient client;
    private final Random random;

    LoopbackWorld(RealClients clients) {
        this.clients = clients;
        this.client = clients.started(clients.builder());
        this.random = new Random(clients.seed());
    }

    @Override
    public Time time() {
        return Time.system();
    }

    @Override
    public Timer timer() {
        return clients.loop();
    }

    @Override
    public double random() {
        return random.nextDouble();
    }

    /** The client's own future tells nothing that its callback does not. */
    @Override
    @SuppressWarnings("FutureReturnValueIgnored")
    public void send(long timeoutNanos, Consumer<Reply> then) {
        SimpleHttpRequest request = SimpleRequestBuilder.get()
                .setHttpHost(clients.target())
                .setPath("/")
                .build();
        if (timeoutNanos > 0) {
            long nanos =
                    Math.min(timeoutNanos, clients.scenario().clientTimeout().toNanos());
            request.setConfig(RequestConfig.custom()
                    .setResponseTimeout(Timeout.ofMilliseconds(Math.max(1, nanos / 1_000_000)))
                    .build());
        }
        client.execute(
                request,
                new BackOnLoop(
                        clients.loop(),
                        response -> then.accept(reply(response)),
                        failure -> then.accept(noReply(failure))));
    }

    private static Reply reply(SimpleHttpResponse response) {
        Header retryAfter = response.getFirstHeader(HttpHeaders.RETRY_AFTER);
        int seconds = retryAfter == null ? 0 : Integer.parseInt(retryAfter.getValue());
        return new Reply(Reply.Kind.RESPONSE, response.getCode(), seconds);
    }

    /** Whatever else a connection dies of is to a contender as if nothing had come. */
    private static Reply noReply(Exception failure) {
        return new Reply(failure instanceof ConnectException ? Reply.Kind.REFUSED : Reply.Kind.TIMEOUT, 0, 0);
    }

    @Override
    public void close() throws IOException {
        client.close();
    }
}
