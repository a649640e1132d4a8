// SPDX-License-Identifier: Apache-2.0
package io.github.resilienthttp.httpclient5;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import org.apache.hc.core5.concurrent.FutureCallback;
import org.apache.hc.core5.http.EntityDetails;
import org.apache.hc.core5.http.Header;
import org.apache.hc.core5.http.HttpResponse;
import org.apache.hc.core5.http.nio.AsyncResponseConsumer;
import org.apache.hc.core5.http.nio.CapacityChannel;
import org.apache.hc.core5.http.protocol.HttpContext;
import org.jspecify.annotations.Nullable;

/** Takes a body only as fast as it is told to, and keeps all that it was given. */
final class Http2Taker implements AsyncResponseConsumer<byte[]> {
    private final ByteArrayOutputStream body = new ByteArrayOutputStream();
    private final List<String> hints = new ArrayList<>();
    private final List<String> trailers = new ArrayList<>();
    private final CountDownLatch begun = new CountDownLatch(1);
    private boolean eager;
    private int heads;
    private @Nullable CapacityChannel capacity;
    private @Nullable FutureCallback<byte[]> callback;

    static Http2Taker eager() {
        Http2Taker taker = new Http2Taker();
        taker.eager = true;
        return taker;
    }

    /** From now on everything is taken as it comes. */
    synchronized void open() throws IOException {
        eager = true;
        if (capacity != null) {
            capacity.update(Integer.MAX_VALUE);
        }
    }

    synchronized byte[] body() {
        return body.toByteArray();
    }

    synchronized List<String> hints() {
        return List.copyOf(hints);
    }

    synchronized List<String> trailers() {
        return List.copyOf(trailers);
    }

    synchronized int heads() {
        return heads;
    }

    /** Opens with the first bytes of a body. */
    CountDownLatch begun() {
        return begun;
    }

    @Override
    public synchronized void consumeResponse(
            HttpResponse head, @Nullable EntityDetails entity, HttpContext context, FutureCallback<byte[]> result) {
        heads++;
        callback = result;
        if (entity == null) {
            result.completed(new byte[0]);
        }
    }

    @Override
    public synchronized void informationResponse(HttpResponse head, HttpContext context) {
        Header from = head.getFirstHeader("x-from");
        hints.add(from == null ? "" : from.getValue());
    }

    @Override
    public void failed(Exception cause) {
        // The future tells it.
    }

    @Override
    public synchronized void updateCapacity(CapacityChannel channel) throws IOException {
        capacity = channel;
        if (eager) {
            channel.update(Integer.MAX_VALUE);
        }
    }

    @Override
    public synchronized void consume(ByteBuffer bytes) {
        byte[] part = new byte[bytes.remaining()];
        bytes.get(part);
        body.writeBytes(part);
        begun.countDown();
    }

    @Override
    public synchronized void streamEnd(@Nullable List<? extends Header> fields) {
        if (fields != null) {
            fields.forEach(field -> trailers.add(field.getName() + ": " + field.getValue()));
        }
        if (callback != null) {
            callback.completed(body.toByteArray());
        }
    }

    @Override
    public void releaseResources() {
        // Nothing is held.
    }

    @Override
    public String toString() {
        return body.toString(StandardCharsets.UTF_8);
    }
}
