// SPDX-License-Identifier: Apache-2.0
package io.github.resilienthttp.httpclient5;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;

/** A server that reads the head of one request a connection and then writes whatever it likes, counting the bytes. */
final class HostileSocket implements AutoCloseable {
    /** What it does to a connection whose request it has read; may go on until the client leaves. */
    interface Malice {
        void answer(Wire wire) throws IOException;
    }

    /** Where it writes. */
    final class Wire {
        private final OutputStream out;

        private Wire(OutputStream out) {
            this.out = out;
        }

        void send(String text) throws IOException {
            send(text.getBytes(StandardCharsets.ISO_8859_1));
        }

        void send(byte[] bytes) throws IOException {
            out.write(bytes);
            out.flush();
            sent.addAndGet(bytes.length);
        }

        void sendForever(String text) throws IOException {
            byte[] block = text.repeat(Math.max(1, 4096 / text.length())).getBytes(StandardCharsets.ISO_8859_1);
            while (!listener.isClosed()) {
                send(block);
            }
        }
    }

    private final ServerSocket listener;
    private final Malice malice;
    private final AtomicLong sent = new AtomicLong();
    private final List<Socket> sockets = new CopyOnWriteArrayList<>();
    private final List<String> heads = new CopyOnWriteArrayList<>();
    private final List<Thread> threads = new CopyOnWriteArrayList<>();

    private HostileSocket(ServerSocket listener, Malice malice) {
        this.listener = listener;
        this.malice = malice;
    }

    static HostileSocket start(Malice malice) {
        try {
            InetAddress loopback = InetAddress.getByAddress("localhost", new byte[] {127, 0, 0, 1});
            HostileSocket server = new HostileSocket(new ServerSocket(0, 64, loopback), malice);
            server.run(server::accept);
            return server;
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    URI uri(String path) {
        return URI.create("http://127.0.0.1:" + listener.getLocalPort() + path);
    }

    long sent() {
        return sent.get();
    }

    /** The heads of the requests so far. */
    List<String> heads() {
        return heads;
    }

    private void run(Runnable task) {
        Thread thread = new Thread(task, "hostile-socket");
        thread.setDaemon(true);
        threads.add(thread);
        thread.start();
    }

    private void accept() {
        while (!listener.isClosed()) {
            try {
                Socket socket = listener.accept();
                socket.setTcpNoDelay(true);
                sockets.add(socket);
                run(() -> serve(socket));
            } catch (IOException closed) {
                return;
            }
        }
    }

    private void serve(Socket socket) {
        try (socket) {
            heads.add(head(socket.getInputStream()));
            malice.answer(new Wire(socket.getOutputStream()));
        } catch (IOException gone) {
            // The client has left, which is what it should do.
        }
    }

    private static String head(InputStream in) throws IOException {
        StringBuilder head = new StringBuilder();
        while (head.indexOf("\r\n\r\n") < 0) {
            int next = in.read();
            if (next < 0) {
                throw new IOException("no request");
            }
            head.append((char) next);
        }
        return head.toString();
    }

    @Override
    public void close() throws IOException {
        listener.close();
        for (Socket socket : sockets) {
            socket.close();
        }
        for (Thread thread : threads) {
            try {
                TimeUnit.SECONDS.timedJoin(thread, 5);
            } catch (InterruptedException interrupted) {
                Thread.currentThread().interrupt();
            }
        }
    }
}
