// SPDX-License-Identifier: Apache-2.0
package io.github.resilienthttp.benchmarks.wire;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.util.concurrent.ExecutionException;
import org.apache.hc.core5.http.ContentType;
import org.apache.hc.core5.http.EntityDetails;
import org.apache.hc.core5.http.HttpException;
import org.apache.hc.core5.http.HttpRequest;
import org.apache.hc.core5.http.Message;
import org.apache.hc.core5.http.URIScheme;
import org.apache.hc.core5.http.impl.bootstrap.HttpAsyncServer;
import org.apache.hc.core5.http.nio.AsyncRequestConsumer;
import org.apache.hc.core5.http.nio.AsyncServerRequestHandler;
import org.apache.hc.core5.http.nio.entity.DiscardingEntityConsumer;
import org.apache.hc.core5.http.nio.support.AsyncResponseBuilder;
import org.apache.hc.core5.http.nio.support.BasicRequestConsumer;
import org.apache.hc.core5.http.protocol.HttpContext;
import org.apache.hc.core5.http2.HttpVersionPolicy;
import org.apache.hc.core5.http2.impl.nio.bootstrap.H2ServerBootstrap;
import org.apache.hc.core5.io.CloseMode;
import org.apache.hc.core5.reactor.IOReactorConfig;
import org.apache.hc.core5.reactor.ListenerEndpoint;

/** Answers everything with 200 and two bytes, over HTTP/1.1 and HTTP/2, each on one thread. Lives as long as its standard input. */
public final class LoopbackServer implements AsyncServerRequestHandler<Message<HttpRequest, Void>> {
    private LoopbackServer() {}

    /**
     * Serves, and writes its ports to the standard output, that of HTTP/1.1 first.
     *
     * @param args none
     * @throws Exception where it cannot serve
     */
    public static void main(String[] args) throws Exception {
        HttpAsyncServer http1 = start(HttpVersionPolicy.FORCE_HTTP_1);
        HttpAsyncServer http2 = start(HttpVersionPolicy.FORCE_HTTP_2);
        System.out.println(port(http1));
        System.out.println(port(http2));
        while (System.in.read() >= 0) {
            // Nobody writes: the end of the input is the end of who started this.
        }
        http1.close(CloseMode.IMMEDIATE);
        http2.close(CloseMode.IMMEDIATE);
    }

    /** Two of them: without TLS there is nothing to negotiate a version by. */
    private static HttpAsyncServer start(HttpVersionPolicy version) {
        HttpAsyncServer server = H2ServerBootstrap.bootstrap()
                .setVersionPolicy(version)
                .setIOReactorConfig(IOReactorConfig.custom()
                        .setIoThreadCount(1)
                        .setTcpNoDelay(true)
                        .build())
                .register("*", new LoopbackServer())
                .create();
        server.start();
        return server;
    }

    private static int port(HttpAsyncServer server) throws ExecutionException, InterruptedException {
        ListenerEndpoint endpoint = server.listen(
                        new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), URIScheme.HTTP)
                .get();
        return ((InetSocketAddress) endpoint.getAddress()).getPort();
    }

    @Override
    public AsyncRequestConsumer<Message<HttpRequest, Void>> prepare(
            HttpRequest request, EntityDetails entity, HttpContext context) {
        return new BasicRequestConsumer<>(new DiscardingEntityConsumer<>());
    }

    @Override
    public void handle(Message<HttpRequest, Void> message, ResponseTrigger trigger, HttpContext context)
            throws HttpException, IOException {
        trigger.submitResponse(
                AsyncResponseBuilder.create(200)
                        .setEntity("ok", ContentType.TEXT_PLAIN)
                        .build(),
                context);
    }
}
