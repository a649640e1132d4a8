// SPDX-License-Identifier: Apache-2.0
package io.github.resilienthttp.testkit;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.URI;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/**
 * A loopback HTTP/1.1 server (RFC 9112) on raw sockets that does to each request exactly what its script says, misbehaviour
 * included. Requests are answered in order on a kept connection; pipelining is not supported. Without a script it answers 404.
 * Thread-safe. Each connection has a daemon thread, and {@link #close()} ends all of them.
 *
 * <pre>{@code
 * try (ScriptedServer server = ScriptedServer.start()) {
 *     server.on("/items").reply(Reply.status(503).header("Retry-After", "1"), Reply.ok("hi"));
 *     ...
 *     assertThat(server.requestCount()).isEqualTo(2);
 * }
 * }</pre>
 */
public final class ScriptedServer implements AutoCloseable {
    /** What the names of the server's threads begin with, for a {@link LeakProbe}. */
    public static final String THREAD_PREFIX = "scripted-server-";

    private static final Duration CLOSING_LIMIT = Duration.ofSeconds(5);
    private static final int BACKLOG = 512;

    private final ServerSocket listener;
    private final Scripts scripts = new Scripts();
    private final Ledger ledger = new Ledger();
    private final Closing closing = new Closing();
    private final Roster roster = new Roster();

    private ScriptedServer(ServerSocket listener) {
        this.listener = listener;
    }

    /**
     * Starts a server on 127.0.0.1, on a port that the operating system chooses.
     *
     * @return the server, listening
     * @throws UncheckedIOException if there is no port to be had
     */
    public static ScriptedServer start() {
        return startOn(0);
    }

    /**
     * Starts a server on 127.0.0.1, on a port that refused connections until now.
     *
     * @param port one of {@link #refusedPort()}, or 0 for one that the operating system chooses
     * @return the server, listening
     * @throws UncheckedIOException if the port is not to be had
     */
    public static ScriptedServer startOn(int port) {
        try {
            InetAddress loopback = InetAddress.getByAddress("localhost", new byte[] {127, 0, 0, 1});
            ScriptedServer server = new ScriptedServer(new ServerSocket(port, BACKLOG, loopback));
            server.roster.start(server.threadName("accept"), server::accept, server.listener);
            return server;
        } catch (IOException failure) {
            throw new UncheckedIOException("Cannot listen on 127.0.0.1", failure);
        }
    }

    /**
     * The script of one target, for any method.
     *
     * @param target a path, or a path with a query; a request is first looked up whole, then without its query
     * @return the script, the same one each time
     * @throws IllegalArgumentException unless it begins with {@code /} (or is {@code *})
     */
    public Script on(String target) {
        return scripts.on(target);
    }

    /**
     * The script of all targets that have none of their own.
     *
     * @return the script, the same one each time
     */
    public Script otherwise() {
        return scripts.otherwise();
    }

    /**
     * Says what befalls the connections accepted from now on, before anything is read from them.
     *
     * @param fates in order; the last one repeats, {@link Fate#SERVE} is the ordinary one
     * @return this server
     * @throws IllegalArgumentException without any
     */
    public ScriptedServer onAccept(Fate... fates) {
        scripts.onAccept(fates);
        return this;
    }

    /**
     * The port on which it listens.
     *
     * @return 1 to 65535
     */
    public int port() {
        return listener.getLocalPort();
    }

    /**
     * The address of a target on this server.
     *
     * @param target begins with {@code /}
     * @return such as {@code http://127.0.0.1:34567/items}
     */
    public URI uri(String target) {
        return URI.create("http://127.0.0.1:" + port() + target);
    }

    /**
     * The requests so far, each recorded before the first byte of its reply: when it was read whole, or its head where the reply is
     * early, or when its client left in the middle of its body.
     *
     * @return an unmodifiable copy, in the order of recording
     */
    public List<SeenRequest> requests() {
        return ledger.requests();
    }

    /**
     * The number of {@link #requests()}.
     *
     * @return 0 or more
     */
    public int requestCount() {
        return ledger.requests().size();
    }

    /**
     * The connections accepted so far.
     *
     * @return 0 or more
     */
    public int connectionCount() {
        return ledger.connections();
    }

    /**
     * The connections that neither side has been seen to end.
     *
     * @return 0 or more
     */
    public int openConnections() {
        return ledger.openConnections();
    }

    /**
     * Waits until that many requests have come in.
     *
     * @param count 0 or more
     * @param limit the longest wait
     * @return the requests by then
     * @throws AssertionError when the time is over; it tells what came
     */
    public List<SeenRequest> awaitRequests(int count, Duration limit) {
        return ledger.awaitRequests(count, limit);
    }

    /**
     * Waits until no connection is open, so that the client has let go of all of them.
     *
     * @param limit the longest wait
     * @throws AssertionError when the time is over
     */
    public void awaitQuiet(Duration limit) {
        ledger.awaitNoneOpen(limit);
    }

    /**
     * Gives a port of 127.0.0.1 that refuses connections, another one each time. It is kept reserved until the JVM ends, so that
     * nobody else can come to listen on it but {@link #startOn}.
     *
     * @return 1 to 65535
     * @throws UncheckedIOException if there is no port to be had
     */
    public static int refusedPort() {
        return RefusedPorts.reserve();
    }

    /**
     * Ends all connections and stalls and waits for all threads to end, at most 5 s. Again it does nothing.
     *
     * @throws AssertionError if a thread does not end, or if a script failed; the failures are suppressed exceptions
     */
    @Override
    public void close() {
        if (closing.begun()) {
            return;
        }
        closing.begin();
        List<Throwable> failures = new ArrayList<>(roster.endAll(CLOSING_LIMIT));
        failures.addAll(ledger.failures());
        if (!failures.isEmpty()) {
            AssertionError error = new AssertionError("The scripted server failed: " + failures);
            failures.forEach(error::addSuppressed);
            throw error;
        }
    }

    private void accept() {
        while (!closing.begun()) {
            try {
                Socket socket = listener.accept();
                int number = ledger.connectionAccepted();
                Connection connection = new Connection(socket, number, scripts, ledger, closing);
                if (!roster.start(threadName("connection-" + number), connection, socket)) {
                    ledger.connectionEnded();
                }
            } catch (IOException failure) {
                if (!closing.begun()) {
                    ledger.failed(failure);
                    return;
                }
            }
        }
    }

    private String threadName(String role) {
        return THREAD_PREFIX + port() + "-" + role;
    }
}
