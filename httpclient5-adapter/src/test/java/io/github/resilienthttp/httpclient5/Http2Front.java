// SPDX-License-Identifier: Apache-2.0
package io.github.resilienthttp.httpclient5;

import java.io.IOException;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.URI;
import java.util.concurrent.CountDownLatch;
import org.apache.hc.core5.http2.H2Error;

/**
 * Speaks HTTP/2 on loopback, by prior knowledge or over the TLS of a listener, and relays each stream to an HTTP/1.1 server on
 * a connection of its own, as bytes come: what that server does to a request is done to the stream. A connection that ends
 * before a whole head ends the client's connection in the same manner; one that ends within the body, or speaks no HTTP/1.1,
 * resets the stream. A stream that the client resets closes its upstream connection. Thread-safe.
 */
final class Http2Front implements AutoCloseable {
    /** What the names of its threads begin with, for a leak probe. */
    static final String THREAD_PREFIX = Http2Server.THREAD_PREFIX;

    private final int upstream;
    private final boolean alone;
    private final Http2Server server;

    private Http2Front(int upstream, boolean alone) {
        this.upstream = upstream;
        this.alone = alone;
        this.server = Http2Server.start(this::relay);
    }

    private Http2Front(int upstream, ServerSocket listener) {
        this.upstream = upstream;
        this.alone = false;
        this.server = Http2Server.start(listener, this::relay);
    }

    /** A front on 127.0.0.1 for the HTTP/1.1 server on a port there. */
    static Http2Front before(int upstream) {
        return new Http2Front(upstream, false);
    }

    /** The same, but a connection there that ends before a whole head resets the stream alone. */
    static Http2Front isolatingBefore(int upstream) {
        return new Http2Front(upstream, true);
    }

    /** The same on a listener of one's own, such as one for TLS that negotiates {@code h2}. */
    static Http2Front before(int upstream, ServerSocket listener) {
        return new Http2Front(upstream, listener);
    }

    int port() {
        return server.port();
    }

    URI uri(String target) {
        return server.uri(target);
    }

    /** How many HTTP/2 connections were accepted. */
    int connectionCount() {
        return server.connectionCount();
    }

    Http2Server server() {
        return server;
    }

    private void relay(Http2Stream stream) throws IOException, InterruptedException {
        try (Socket socket = new Socket("127.0.0.1", upstream)) {
            socket.setTcpNoDelay(true);
            stream.whenGone(() -> Http2Server.quietly(socket));
            CountDownLatch uploaded = new CountDownLatch(1);
            server.run("upload-" + stream.id(), new Http2Upload(stream, socket.getOutputStream(), uploaded), socket);
            new Http2Download(stream, alone, socket.getInputStream()).run();
            // An early answer leaves the rest of the body to be read, as the server behind does.
            uploaded.await();
            if (!stream.ended() && !stream.isReset()) {
                stream.reset(H2Error.NO_ERROR);
            }
        }
    }

    @Override
    public void close() {
        server.close();
    }
}
