// SPDX-License-Identifier: Apache-2.0
package io.github.resilienthttp.testkit;

import java.io.BufferedInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.Socket;
import java.net.SocketException;
import java.net.SocketTimeoutException;
import java.nio.charset.StandardCharsets;

/** A client on a bare socket, which sees exactly what a server sends and how it ends. */
final class RawClient implements AutoCloseable {
    /** How the reading ended. */
    enum End {
        FIN,
        RESET,
        STILL_OPEN
    }

    /** What was read, and how the reading ended. */
    record Received(String text, End end) {}

    private static final int PATIENCE_MILLIS = 5_000;
    private static final int QUIET_MILLIS = 100;

    private final Socket socket;
    private final InputStream in;

    private RawClient(Socket socket) throws IOException {
        this.socket = socket;
        this.in = new BufferedInputStream(socket.getInputStream());
    }

    static RawClient connect(int port) {
        try {
            return new RawClient(new Socket(InetAddress.getByAddress(new byte[] {127, 0, 0, 1}), port));
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    /** Connects, sends and receives to the end. */
    static Received exchange(ScriptedServer server, String request) {
        try (RawClient client = connect(server.port())) {
            return client.send(request).receive();
        }
    }

    /** Connects, sends and receives what is expected, and what comes in spite of it. */
    static Received exchange(ScriptedServer server, String request, Received expected) {
        try (RawClient client = connect(server.port())) {
            return client.send(request).receive(expected);
        }
    }

    /** A request after which the server has to close. */
    static String lastGet(String target) {
        return "GET " + target + " HTTP/1.1\r\nHost: test\r\nConnection: close\r\n\r\n";
    }

    static String get(String target) {
        return "GET " + target + " HTTP/1.1\r\nHost: test\r\n\r\n";
    }

    RawClient send(String text) {
        try {
            socket.getOutputStream().write(text.getBytes(StandardCharsets.ISO_8859_1));
            return this;
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    /** Receives to the end. */
    Received receive() {
        return receive(Integer.MAX_VALUE, PATIENCE_MILLIS);
    }

    /** Receives that many bytes. */
    Received receive(int count) {
        return receive(count, PATIENCE_MILLIS);
    }

    /** Receives what is expected; where the connection shall stay open, more is waited for only a short while. */
    Received receive(Received expected) {
        if (expected.end() != End.STILL_OPEN) {
            return receive();
        }
        Received first = receive(expected.text().length());
        if (first.end() != End.STILL_OPEN) {
            return first;
        }
        Received more = receive(Integer.MAX_VALUE, QUIET_MILLIS);
        return new Received(first.text() + more.text(), more.end());
    }

    private Received receive(int most, int timeoutMillis) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try {
            socket.setSoTimeout(timeoutMillis);
            while (bytes.size() < most) {
                int read = in.read();
                if (read < 0) {
                    return received(bytes, End.FIN);
                }
                bytes.write(read);
            }
        } catch (SocketTimeoutException quiet) {
            return received(bytes, End.STILL_OPEN);
        } catch (SocketException reset) {
            return received(bytes, End.RESET);
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
        return received(bytes, End.STILL_OPEN);
    }

    private static Received received(ByteArrayOutputStream bytes, End end) {
        return new Received(bytes.toString(StandardCharsets.ISO_8859_1), end);
    }

    @Override
    public void close() {
        try {
            socket.close();
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }
}
