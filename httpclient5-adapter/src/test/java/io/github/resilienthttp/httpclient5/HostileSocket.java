// SPDX-License-Identifier: Apache-2.0
package io.github.resilienthttp.httpclient5;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
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

    private final HostileListener listener = new HostileListener();
    private final Malice malice;
    private final AtomicLong sent = new AtomicLong();
    private final List<String> heads = new CopyOnWriteArrayList<>();

    private HostileSocket(Malice malice) {
        this.malice = malice;
    }

    static HostileSocket start(Malice malice) {
        HostileSocket server = new HostileSocket(malice);
        server.listener.serve(server::serve);
        return server;
    }

    URI uri(String path) {
        return listener.uri(path);
    }

    long sent() {
        return sent.get();
    }

    /** The heads of the requests so far. */
    List<String> heads() {
        return heads;
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
    }
}
