// SPDX-License-Identifier: Apache-2.0
package io.github.resilienthttp.examples.tryout;

import java.nio.ByteBuffer;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.locks.ReentrantLock;
import org.apache.hc.client5.http.async.methods.AbstractBinResponseConsumer;
import org.apache.hc.core5.http.ContentType;
import org.apache.hc.core5.http.HttpResponse;
import org.jspecify.annotations.Nullable;

/** Reads a body to its end in bounded memory, as it comes. Thread-safe. */
final class ReadingConsumer extends AbstractBinResponseConsumer<BodyFacts> {
    private static final int CHUNK = 16 * 1024;

    private final CompletableFuture<Integer> head = new CompletableFuture<>();
    private final ReentrantLock lock = new ReentrantLock();
    private final BodyDigest digest = new BodyDigest();

    /** The status, once there is one. */
    CompletableFuture<Integer> head() {
        return head;
    }

    int status() {
        return head.isCompletedExceptionally() ? 0 : head.getNow(0);
    }

    /** What came before the body was broken off. */
    BodyFacts brokenOff() {
        lock.lock();
        try {
            return status() == 0 ? BodyFacts.NONE : digest.brokenOff();
        } finally {
            lock.unlock();
        }
    }

    @Override
    protected void start(HttpResponse response, @Nullable ContentType type) {
        head.complete(response.getCode());
    }

    @Override
    protected int capacityIncrement() {
        return CHUNK;
    }

    @Override
    protected void data(ByteBuffer bytes, boolean last) {
        lock.lock();
        try {
            digest.add(bytes);
        } finally {
            lock.unlock();
        }
    }

    @Override
    protected BodyFacts buildResult() {
        lock.lock();
        try {
            return digest.whole();
        } finally {
            lock.unlock();
        }
    }

    @Override
    public void failed(Exception cause) {
        head.completeExceptionally(cause);
        super.failed(cause);
    }

    @Override
    public void releaseResources() {
        // Nothing is held.
    }
}
