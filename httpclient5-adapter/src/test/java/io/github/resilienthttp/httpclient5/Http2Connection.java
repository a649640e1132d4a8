// SPDX-License-Identifier: Apache-2.0
package io.github.resilienthttp.httpclient5;

import java.io.BufferedOutputStream;
import java.io.ByteArrayOutputStream;
import java.io.Closeable;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.Socket;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.BooleanSupplier;
import org.apache.hc.core5.http.Header;
import org.apache.hc.core5.http2.H2Error;
import org.apache.hc.core5.http2.config.H2Param;
import org.apache.hc.core5.http2.config.H2Setting;
import org.apache.hc.core5.http2.frame.DefaultFrameFactory;
import org.apache.hc.core5.http2.frame.FrameFactory;
import org.apache.hc.core5.http2.frame.FrameFlag;
import org.apache.hc.core5.http2.frame.FrameType;
import org.apache.hc.core5.http2.frame.RawFrame;
import org.apache.hc.core5.http2.hpack.HPackDecoder;
import org.apache.hc.core5.http2.hpack.HPackEncoder;
import org.apache.hc.core5.http2.impl.io.FrameInputBuffer;
import org.apache.hc.core5.http2.impl.io.FrameOutputBuffer;
import org.apache.hc.core5.util.ByteArrayBuffer;

/** The server's side of one HTTP/2 connection: frames are read on one thread and written from any. Thread-safe. */
final class Http2Connection implements Runnable, Closeable {
    private static final FrameFactory FRAMES = DefaultFrameFactory.INSTANCE;
    private static final int MAX_FRAME = 16 * 1024;
    /** The client does not keep to the 16 KiB of section 6.5.2 before it has seen other settings. */
    private static final int LARGEST_READ = 128 * 1024;

    private static final int PREFACE = "PRI * HTTP/2.0\r\n\r\nSM\r\n\r\n".length();
    private static final int TABLE = 4096;

    private final Socket socket;
    private final Http2Server server;
    private final H2Setting[] settings;
    private final ReentrantLock writing = new ReentrantLock();
    private final FrameOutputBuffer frames = new FrameOutputBuffer(MAX_FRAME);
    private final HPackEncoder encoder = new HPackEncoder(TABLE, StandardCharsets.ISO_8859_1);
    private final HPackDecoder decoder = new HPackDecoder(TABLE, StandardCharsets.ISO_8859_1);
    private final Map<Integer, Http2Stream> streams = new ConcurrentHashMap<>();
    private final ReentrantLock state = new ReentrantLock();
    private final Condition changed = state.newCondition();
    private final ByteArrayOutputStream block = new ByteArrayOutputStream();
    private boolean blockEnds;
    private int window = 65_535;
    private int initialWindow = 65_535;
    private boolean ended;

    Http2Connection(Socket socket, Http2Server server, H2Setting... settings) {
        this.socket = socket;
        this.server = server;
        this.settings = settings;
    }

    @Override
    public void run() {
        try (InputStream in = socket.getInputStream()) {
            byte[] preface = in.readNBytes(PREFACE);
            if (preface.length == PREFACE) {
                write(FRAMES.createSettings(settings));
                FrameInputBuffer input = new FrameInputBuffer(LARGEST_READ);
                for (RawFrame frame = input.read(in); frame != null; frame = input.read(in)) {
                    take(frame);
                }
            }
        } catch (IOException gone) {
            // The client left, or the server closes.
        } finally {
            end();
        }
    }

    private void take(RawFrame frame) throws IOException {
        FrameType type = FrameType.valueOf(frame.getType());
        Http2Stream stream = streams.get(frame.getStreamId());
        switch (type) {
            case HEADERS -> {
                blockEnds = frame.isFlagSet(FrameFlag.END_STREAM);
                ByteBuffer content = frame.getPayloadContent();
                if (frame.isFlagSet(FrameFlag.PRIORITY)) {
                    content.position(content.position() + 5);
                }
                header(frame, content);
            }
            case CONTINUATION -> header(frame, frame.getPayload());
            case DATA -> {
                if (stream != null && stream.isReset()) {
                    forget(frame.getLength());
                } else if (stream != null) {
                    stream.received(
                            frame.getPayloadContent(), frame.getLength(), frame.isFlagSet(FrameFlag.END_STREAM));
                }
            }
            case RST_STREAM -> {
                if (stream == null) {
                    // Never opened: section 5.1.
                    goAway(0, H2Error.PROTOCOL_ERROR);
                    throw new IOException("a reset of a stream that was never opened");
                }
                stream.resetByClient(frame.getPayload().getInt());
            }
            case WINDOW_UPDATE ->
                widen(stream, frame.getStreamId(), frame.getPayload().getInt());
            case SETTINGS -> {
                if (!frame.isFlagSet(FrameFlag.ACK)) {
                    settle(frame.getPayload());
                    write(FRAMES.createSettingsAck());
                }
            }
            case PING -> {
                if (!frame.isFlagSet(FrameFlag.ACK)) {
                    byte[] opaque = new byte[8];
                    frame.getPayload().get(opaque);
                    write(FRAMES.createPingAck(ByteBuffer.wrap(opaque)));
                }
            }
            default -> {
                // Nothing to be done about it.
            }
        }
    }

    private void header(RawFrame frame, ByteBuffer part) throws IOException {
        byte[] bytes = new byte[part.remaining()];
        part.get(bytes);
        block.writeBytes(bytes);
        if (!frame.isFlagSet(FrameFlag.END_HEADERS)) {
            return;
        }
        List<Header> fields;
        try {
            fields = decoder.decodeHeaders(ByteBuffer.wrap(block.toByteArray()));
        } catch (Exception unreadable) {
            throw new IOException(unreadable);
        }
        block.reset();
        Http2Stream known = streams.get(frame.getStreamId());
        if (known != null) {
            known.received(ByteBuffer.allocate(0), 0, blockEnds);
            return;
        }
        Http2Stream stream = new Http2Stream(this, frame.getStreamId(), fields, initialWindow, blockEnds);
        streams.put(stream.id(), stream);
        server.opened(stream);
    }

    private void settle(ByteBuffer payload) {
        while (payload != null && payload.remaining() >= 6) {
            int code = payload.getShort();
            int value = payload.getInt();
            if (H2Param.valueOf(code) == H2Param.INITIAL_WINDOW_SIZE) {
                locked(() -> {
                    streams.values().forEach(stream -> stream.window += value - initialWindow);
                    initialWindow = value;
                });
            }
        }
    }

    private void widen(Http2Stream stream, int id, int increment) {
        locked(() -> {
            if (id == 0) {
                window += increment;
            } else if (stream != null) {
                stream.window += increment;
            }
        });
    }

    /** Changes what others wait for. */
    void locked(Runnable change) {
        state.lock();
        try {
            change.run();
            changed.signalAll();
        } finally {
            state.unlock();
        }
    }

    /** Waits, with the lock held, until a condition holds; fails where the connection has ended instead. */
    void await(BooleanSupplier condition) throws IOException {
        while (!condition.getAsBoolean()) {
            if (ended) {
                throw new IOException("the connection has ended");
            }
            try {
                changed.await();
            } catch (InterruptedException closing) {
                Thread.currentThread().interrupt();
                throw new IOException(closing);
            }
        }
    }

    ReentrantLock state() {
        return state;
    }

    /** How many bytes of a stream's body may be sent now; waits for the first. */
    int reserve(Http2Stream stream, int wanted) throws IOException {
        state.lock();
        try {
            await(() -> (window > 0 && stream.window > 0) || stream.isReset());
            stream.check();
            int granted = Math.min(Math.min(wanted, MAX_FRAME), Math.min(window, stream.window));
            window -= granted;
            stream.window -= granted;
            return granted;
        } finally {
            state.unlock();
        }
    }

    void consumed(Http2Stream stream, int bytes) throws IOException {
        if (bytes > 0) {
            write(FRAMES.createWindowUpdate(0, bytes));
            write(FRAMES.createWindowUpdate(stream.id(), bytes));
        }
    }

    /** What a reset stream had not read must not count against the others. */
    void forget(int bytes) {
        try {
            if (bytes > 0) {
                write(FRAMES.createWindowUpdate(0, bytes));
            }
        } catch (IOException gone) {
            // There are no others.
        }
    }

    void head(Http2Stream stream, List<Header> fields, boolean last) throws IOException {
        writing.lock();
        try {
            ByteArrayBuffer buffer = new ByteArrayBuffer(512);
            encoder.encodeHeaders(buffer, fields, false);
            int length = buffer.length();
            int first = Math.min(length, MAX_FRAME);
            write(FRAMES.createHeaders(stream.id(), ByteBuffer.wrap(buffer.array(), 0, first), first == length, last));
            for (int from = first; from < length; from += MAX_FRAME) {
                int size = Math.min(length - from, MAX_FRAME);
                write(FRAMES.createContinuation(
                        stream.id(), ByteBuffer.wrap(buffer.array(), from, size), from + size == length));
            }
        } finally {
            writing.unlock();
        }
    }

    void data(Http2Stream stream, ByteBuffer part, boolean last) throws IOException {
        write(FRAMES.createData(stream.id(), part, last));
    }

    void reset(int streamId, H2Error error) throws IOException {
        write(FRAMES.createResetStream(streamId, error));
    }

    void goAway(int lastStream, H2Error error) throws IOException {
        write(FRAMES.createGoAway(lastStream, error, ""));
    }

    private void write(RawFrame frame) throws IOException {
        writing.lock();
        try {
            OutputStream out = new BufferedOutputStream(socket.getOutputStream(), MAX_FRAME + 16);
            frames.write(frame, out);
            out.flush();
        } finally {
            writing.unlock();
        }
    }

    /** Whether no stream for its path was opened before, on any connection. */
    boolean first(Http2Stream stream) {
        return server.streams().stream()
                        .filter(one -> one.path().equals(stream.path()))
                        .findFirst()
                        .orElseThrow()
                == stream;
    }

    /** Whether it was the first that the server accepted. */
    boolean isFirst() {
        return server.connections().get(0) == this;
    }

    boolean open() {
        return !ended;
    }

    private void end() {
        locked(() -> ended = true);
        streams.values().forEach(Http2Stream::lost);
        Http2Server.quietly(socket);
    }

    /** Drops the connection: by a reset, or by the end of the stream. */
    void drop(boolean reset) {
        try {
            if (reset) {
                socket.setSoLinger(true, 0);
            }
        } catch (IOException gone) {
            // Closed below, as well as that can be.
        }
        Http2Server.quietly(socket);
    }

    @Override
    public void close() {
        end();
    }
}
