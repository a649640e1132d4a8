// SPDX-License-Identifier: Apache-2.0
package io.github.resilienthttp.httpclient5;

import java.io.Closeable;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.URI;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.TimeUnit;
import org.apache.hc.core5.http2.config.H2Setting;

/**
 * A loopback HTTP/2 server (RFC 9113) by prior knowledge, or over the TLS of the listener it is given. It does nothing by
 * itself: what its handler does, misbehaviour included, is what the client sees. Thread-safe.
 */
final class Http2Server implements AutoCloseable {
    static final String THREAD_PREFIX = "http2-server-";

    private final ServerSocket listener;
    private final H2Setting[] settings;
    private final Http2Handler handler;
    private final List<Http2Connection> connections = new CopyOnWriteArrayList<>();
    private final List<Http2Stream> streams = new CopyOnWriteArrayList<>();
    private final Map<Thread, Closeable> threads = new HashMap<>();
    private boolean closed;

    private Http2Server(ServerSocket listener, Http2Handler handler, H2Setting... settings) {
        this.listener = listener;
        this.handler = handler;
        this.settings = settings;
    }

    static Http2Server start(Http2Handler handler, H2Setting... settings) {
        try {
            InetAddress loopback = InetAddress.getByAddress("localhost", new byte[] {127, 0, 0, 1});
            return start(new ServerSocket(0, 512, loopback), handler, settings);
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    static Http2Server start(ServerSocket listener, Http2Handler handler, H2Setting... settings) {
        Http2Server server = new Http2Server(listener, handler, settings);
        server.run("accept", server::accept, listener);
        return server;
    }

    int port() {
        return listener.getLocalPort();
    }

    URI uri(String target) {
        return URI.create("http://127.0.0.1:" + port() + target);
    }

    int connectionCount() {
        return connections.size();
    }

    List<Http2Connection> connections() {
        return connections;
    }

    /** The streams that were opened so far, in their order. */
    List<Http2Stream> streams() {
        return streams;
    }

    void opened(Http2Stream stream) {
        streams.add(stream);
        run("stream-" + streams.size(), () -> serve(stream), () -> {});
    }

    private void serve(Http2Stream stream) {
        try {
            handler.serve(stream);
        } catch (IOException failure) {
            stream.resetQuietly();
        } catch (InterruptedException closing) {
            Thread.currentThread().interrupt();
        }
    }

    private void accept() {
        while (true) {
            try {
                Socket socket = listener.accept();
                socket.setTcpNoDelay(true);
                Http2Connection connection = new Http2Connection(socket, this, settings);
                connections.add(connection);
                run("connection-" + connections.size(), connection, connection);
            } catch (IOException ended) {
                return;
            }
        }
    }

    /** Runs a task until the server closes: then what it blocks on is closed. */
    void run(String role, Runnable task, Closeable blockedOn) {
        Thread thread = new Thread(task, THREAD_PREFIX + port() + "-" + role);
        thread.setDaemon(true);
        synchronized (threads) {
            threads.keySet().removeIf(one -> !one.isAlive());
            if (!closed) {
                threads.put(thread, blockedOn);
                thread.start();
                return;
            }
        }
        quietly(blockedOn);
    }

    static void quietly(Closeable closeable) {
        try {
            closeable.close();
        } catch (IOException gone) {
            // It is closed, which is what was wanted.
        }
    }

    @Override
    public void close() {
        Map<Thread, Closeable> all;
        synchronized (threads) {
            closed = true;
            all = Map.copyOf(threads);
        }
        all.values().forEach(Http2Server::quietly);
        try {
            for (Thread thread : all.keySet()) {
                thread.interrupt();
                TimeUnit.SECONDS.timedJoin(thread, 5);
                if (thread.isAlive()) {
                    throw new AssertionError(thread.getName() + " did not end");
                }
            }
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
        }
    }
}
