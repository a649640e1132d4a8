// SPDX-License-Identifier: Apache-2.0
package io.github.resilienthttp.httpclient5;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Locale;
import org.apache.hc.core5.http.Header;
import org.apache.hc.core5.http.message.BasicHeader;
import org.apache.hc.core5.http2.H2Error;
import org.jspecify.annotations.Nullable;

/** The server's side of one HTTP/2 stream: a request as it comes, and its answer. Thread-safe. */
final class Http2Stream {
    private static final int NOT_RESET = -1;

    private final Http2Connection connection;
    private final int id;
    private final List<Header> fields;
    private final Deque<byte[]> received = new ArrayDeque<>();
    private final boolean bodiless;
    private boolean whole;
    private boolean lost;
    private boolean resetHere;
    private int resetCode = NOT_RESET;
    private @Nullable Runnable onGone;

    /** What may be sent; guarded by the connection. */
    int window;

    Http2Stream(Http2Connection connection, int id, List<Header> fields, int window, boolean whole) {
        this.connection = connection;
        this.id = id;
        this.fields = List.copyOf(fields);
        this.window = window;
        this.bodiless = whole;
        this.whole = whole;
    }

    int id() {
        return id;
    }

    Http2Connection connection() {
        return connection;
    }

    List<Header> fields() {
        return fields;
    }

    /** A field or pseudo-field, or the empty text. */
    String field(String name) {
        return fields.stream()
                .filter(field -> field.getName().equals(name))
                .map(Header::getValue)
                .findFirst()
                .orElse("");
    }

    String method() {
        return field(":method");
    }

    String path() {
        return field(":path");
    }

    /** Whether the request's head was all of it. */
    boolean bodiless() {
        return bodiless;
    }

    /** Whether the request's last frame has come; its body may not have been read yet. */
    boolean ended() {
        connection.state().lock();
        try {
            return whole;
        } finally {
            connection.state().unlock();
        }
    }

    /** The code with which the client reset it, or -1. */
    int resetCode() {
        connection.state().lock();
        try {
            return resetCode;
        } finally {
            connection.state().unlock();
        }
    }

    boolean isReset() {
        connection.state().lock();
        try {
            return lost || resetCode != NOT_RESET;
        } finally {
            connection.state().unlock();
        }
    }

    void check() throws IOException {
        if (isReset()) {
            throw new IOException("the client has reset the stream");
        }
    }

    /** Waits until the client has reset it, or left. */
    void awaitReset() throws IOException {
        connection.state().lock();
        try {
            connection.await(this::isReset);
        } finally {
            connection.state().unlock();
        }
    }

    /** Runs once the client has reset the stream or left, on the thread that learns of it. */
    void whenGone(Runnable action) {
        boolean already;
        connection.state().lock();
        try {
            onGone = action;
            already = isReset();
        } finally {
            connection.state().unlock();
        }
        if (already) {
            action.run();
        }
    }

    void received(@Nullable ByteBuffer data, int length, boolean last) throws IOException {
        byte[] bytes = new byte[data == null ? 0 : data.remaining()];
        if (data != null) {
            data.get(bytes);
        }
        connection.locked(() -> {
            if (resetHere) {
                connection.forget(bytes.length);
            } else if (bytes.length > 0) {
                received.add(bytes);
            }
            whole |= last;
        });
        connection.consumed(this, length - bytes.length);
    }

    void resetByClient(int code) {
        connection.locked(() -> {
            resetCode = code;
            connection.forget(received.stream().mapToInt(part -> part.length).sum());
            received.clear();
        });
        gone();
    }

    void lost() {
        connection.locked(() -> lost = true);
        gone();
    }

    private void gone() {
        Runnable action;
        connection.state().lock();
        try {
            action = onGone;
        } finally {
            connection.state().unlock();
        }
        if (action != null) {
            action.run();
        }
    }

    /** The next part of the request's body; null at its end. Reading is what lets the client send more. */
    byte @Nullable [] next() throws IOException {
        byte[] part;
        connection.state().lock();
        try {
            connection.await(() -> !received.isEmpty() || whole || isReset());
            part = received.poll();
            if (part == null && !whole) {
                check();
            }
        } finally {
            connection.state().unlock();
        }
        if (part != null) {
            connection.consumed(this, part.length);
        }
        return part;
    }

    byte[] body() throws IOException {
        ByteArrayOutputStream all = new ByteArrayOutputStream();
        for (byte[] part = next(); part != null; part = next()) {
            all.writeBytes(part);
        }
        return all.toByteArray();
    }

    /** Sends a head; fields are names and values in turn. */
    void head(int status, boolean last, String... namesAndValues) throws IOException {
        List<Header> all = new ArrayList<>();
        for (int i = 0; i < namesAndValues.length; i += 2) {
            all.add(new BasicHeader(namesAndValues[i].toLowerCase(Locale.ROOT), namesAndValues[i + 1]));
        }
        head(status, all, last);
    }

    void head(int status, List<Header> more, boolean last) throws IOException {
        List<Header> all = new ArrayList<>(List.of(new BasicHeader(":status", Integer.toString(status))));
        all.addAll(more);
        connection.head(this, all, last);
    }

    void trailers(List<Header> trailers) throws IOException {
        connection.head(this, trailers, true);
    }

    void data(byte[] bytes, int length) throws IOException {
        for (int from = 0; from < length; ) {
            int granted = connection.reserve(this, length - from);
            connection.data(this, ByteBuffer.wrap(bytes, from, granted), false);
            from += granted;
        }
    }

    void end() throws IOException {
        connection.data(this, ByteBuffer.allocate(0), true);
    }

    /** A whole answer. */
    void answer(int status, String text, String... namesAndValues) throws IOException {
        head(status, text.isEmpty(), namesAndValues);
        if (!text.isEmpty()) {
            byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
            data(bytes, bytes.length);
            end();
        }
    }

    void reset(H2Error error) throws IOException {
        connection.locked(() -> {
            resetHere = true;
            connection.forget(received.stream().mapToInt(part -> part.length).sum());
            received.clear();
        });
        connection.reset(id, error);
    }

    void resetQuietly() {
        try {
            if (connection.open() && !isReset()) {
                reset(H2Error.INTERNAL_ERROR);
            }
        } catch (IOException gone) {
            // The client has left.
        }
    }
}
