// SPDX-License-Identifier: Apache-2.0
package io.github.resilienthttp.testkit;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.SocketTimeoutException;
import java.util.ArrayList;
import java.util.List;

/**
 * A port of 127.0.0.1 that answers no connection attempt, neither yes nor no, because its queue of pending connections is full.
 * Needs an operating system that drops what does not fit into the queue, as Linux does by default. Not thread-safe.
 */
public final class Blackhole implements AutoCloseable {
    private static final int MOST_FILLERS = 64;
    private static final int FILLER_TIMEOUT_MILLIS = 200;

    private final ServerSocket listener;
    private final List<Socket> fillers = new ArrayList<>();

    private Blackhole(ServerSocket listener) {
        this.listener = listener;
    }

    /**
     * Listens and fills the queue, which takes about 0.2 s.
     *
     * @return the port, swallowing
     * @throws UncheckedIOException if there is no port to be had, or if this operating system keeps on accepting
     */
    public static Blackhole open() {
        try {
            Blackhole hole = new Blackhole(new ServerSocket(0, 1, InetAddress.getByAddress(new byte[] {127, 0, 0, 1})));
            try {
                hole.fill();
            } catch (IOException failure) {
                hole.close();
                throw failure;
            }
            return hole;
        } catch (IOException failure) {
            throw new UncheckedIOException("Cannot make a port that swallows", failure);
        }
    }

    /**
     * The port to connect to.
     *
     * @return 1 to 65535
     */
    public int port() {
        return listener.getLocalPort();
    }

    /** Stops listening; whoever is still connecting is refused or reset. */
    @Override
    public void close() {
        try {
            for (Socket filler : fillers) {
                filler.close();
            }
            listener.close();
        } catch (IOException failure) {
            throw new UncheckedIOException("Cannot close the port", failure);
        }
    }

    private void fill() throws IOException {
        while (fillers.size() < MOST_FILLERS) {
            Socket filler = new Socket();
            fillers.add(filler);
            try {
                filler.connect(listener.getLocalSocketAddress(), FILLER_TIMEOUT_MILLIS);
            } catch (SocketTimeoutException full) {
                return;
            }
        }
        throw new IOException("The queue took " + MOST_FILLERS + " connections and is still not full");
    }
}
