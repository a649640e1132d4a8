// SPDX-License-Identifier: Apache-2.0
package io.github.resilienthttp.httpclient5;

import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.net.Socket;
import java.net.URI;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;

/**
 * A server that says it speaks HTTP/2 and answers each request with frames of its own making, which keep to no rule and to no
 * window. It counts what it sends and the requests that reach it.
 */
final class HostileFrames implements AutoCloseable {
    static final int DATA = 0;
    static final int HEADERS = 1;
    static final int PRIORITY = 2;
    static final int RST_STREAM = 3;
    static final int SETTINGS = 4;
    static final int PUSH_PROMISE = 5;
    static final int PING = 6;
    static final int GOAWAY = 7;
    static final int WINDOW_UPDATE = 8;
    static final int CONTINUATION = 9;
    static final int END_STREAM = 1;
    static final int END_HEADERS = 4;

    private static final int PREFACE = "PRI * HTTP/2.0\r\n\r\nSM\r\n\r\n".length();
    private static final int BLOCK = 8192;

    /** What it does to a request; may go on until the client leaves. */
    interface Malice {
        void answer(Wire wire, int stream) throws IOException;
    }

    /** The server's side of a connection. */
    final class Wire {
        private final Socket socket;
        private final OutputStream out;
        private volatile boolean deaf;

        private Wire(Socket socket) throws IOException {
            this.socket = socket;
            this.out = socket.getOutputStream();
        }

        /** Nothing of the client's is read from now on. */
        void stopReading() {
            deaf = true;
        }

        void send(byte[] frames) throws IOException {
            synchronized (out) {
                out.write(frames);
                out.flush();
            }
            sent.addAndGet(frames.length);
        }

        void sendForever(byte[] frames) throws IOException {
            ByteArrayOutputStream block = new ByteArrayOutputStream();
            do {
                block.writeBytes(frames);
            } while (block.size() < BLOCK);
            while (!listener.isClosed()) {
                send(block.toByteArray());
            }
        }
    }

    private final HostileListener listener = new HostileListener();
    private final Malice malice;
    private final AtomicLong sent = new AtomicLong();
    private final AtomicInteger requests = new AtomicInteger();

    private HostileFrames(Malice malice) {
        this.malice = malice;
    }

    static HostileFrames start(Malice malice) {
        HostileFrames server = new HostileFrames(malice);
        server.listener.serve(server::serve);
        return server;
    }

    /** A frame as RFC 9113 section 4.1 draws it. */
    static byte[] frame(int type, int flags, int stream, byte... payload) {
        return ByteBuffer.allocate(9 + payload.length)
                .put((byte) (payload.length >> 16))
                .putShort((short) payload.length)
                .put((byte) type)
                .put((byte) flags)
                .putInt(stream)
                .put(payload)
                .array();
    }

    static byte[] number(int value) {
        return ByteBuffer.allocate(4).putInt(value).array();
    }

    /** A status, then values of fields after the number of their name in the table of RFC 7541, all below 15 + 128. */
    static byte[] block(int status, Object... numbersAndValues) {
        ByteArrayOutputStream block = new ByteArrayOutputStream();
        block.write(8);
        literal(block, Integer.toString(status));
        for (int i = 0; i < numbersAndValues.length; i += 2) {
            block.write(15);
            block.write((int) numbersAndValues[i] - 15);
            literal(block, (String) numbersAndValues[i + 1]);
        }
        return block.toByteArray();
    }

    private static void literal(ByteArrayOutputStream block, String text) {
        block.write(text.length());
        block.writeBytes(text.getBytes(StandardCharsets.ISO_8859_1));
    }

    URI uri(String path) {
        return listener.uri(path);
    }

    long sent() {
        return sent.get();
    }

    int requests() {
        return requests.get();
    }

    private void serve(Socket socket) {
        try {
            Wire wire = new Wire(socket);
            DataInputStream in = new DataInputStream(socket.getInputStream());
            in.readFully(new byte[PREFACE]);
            wire.send(frame(SETTINGS, 0, 0));
            while (!wire.deaf) {
                int lengthAndType = in.readInt();
                in.readUnsignedByte();
                int stream = in.readInt();
                in.skipNBytes(lengthAndType >>> 8);
                if ((lengthAndType & 0xff) == HEADERS) {
                    requests.incrementAndGet();
                    listener.run(() -> attack(wire, stream));
                }
            }
        } catch (IOException gone) {
            // The client has left; whoever still writes to it learns of that by itself.
            Http2Server.quietly(socket);
        }
    }

    private void attack(Wire wire, int stream) {
        try {
            malice.answer(wire, stream);
        } catch (IOException gone) {
            Http2Server.quietly(wire.socket);
        }
    }

    @Override
    public void close() throws IOException {
        listener.close();
    }
}
