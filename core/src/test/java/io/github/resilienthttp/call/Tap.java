// SPDX-License-Identifier: Apache-2.0
package io.github.resilienthttp.call;

import java.io.IOException;
import java.io.InputStream;
import java.io.InterruptedIOException;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.atomic.AtomicInteger;

/** A body that comes when it is told to, piece by piece; a read blocks until then, and heeds an interrupt. */
final class Tap extends InputStream {
    private static final Object END = new Object();

    /** How many reads have begun. */
    final AtomicInteger reads = new AtomicInteger();

    private final BlockingQueue<Object> pieces = new LinkedBlockingQueue<>();

    void give(byte... piece) {
        pieces.add(piece);
    }

    void end() {
        pieces.add(END);
    }

    void fail(Exception failure) {
        pieces.add(failure);
    }

    @Override
    public int read(byte[] to, int offset, int length) throws IOException {
        reads.incrementAndGet();
        try {
            Object next = pieces.take();
            if (next instanceof IOException failed) {
                throw failed;
            }
            if (next instanceof RuntimeException failed) {
                throw failed;
            }
            if (next == END) {
                pieces.add(END);
                return -1;
            }
            byte[] piece = (byte[]) next;
            System.arraycopy(piece, 0, to, offset, piece.length);
            return piece.length;
        } catch (InterruptedException interrupted) {
            throw new InterruptedIOException("interrupted");
        }
    }

    @Override
    public int read() {
        throw new UnsupportedOperationException("by blocks only");
    }

    @Override
    public int available() {
        return pieces.peek() instanceof byte[] piece ? piece.length : 0;
    }
}
