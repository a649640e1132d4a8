// SPDX-License-Identifier: Apache-2.0
package io.github.resilienthttp.call;

import java.io.IOException;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/**
 * What was read ahead of a body and how that reading ended, handed over in its order. Guarded by its owner's lock; the one
 * thread that reads may look without it at what only it changes.
 */
final class AheadBytes {
    private static final int BLOCK = 8192;

    private final int limit;
    private final byte[] block;
    private byte[] bytes = {};
    private int count;
    private int taken;
    private boolean ended;
    private @Nullable Exception failure;

    /** One byte more than the limit is held: it tells that the body is longer. */
    AheadBytes(int limit) {
        this.limit = limit;
        this.block = new byte[Math.min(BLOCK, limit)];
    }

    int count() {
        return count;
    }

    /** Where the next read goes: {@link #room} bytes of it. */
    byte[] block() {
        return block;
    }

    int room() {
        return Math.min(block.length, limit + 1 - count);
    }

    /** What a read brought: so many bytes in the block; below 0 at the end of the body. */
    void add(int read) {
        ended = read < 0;
        if (read > 0) {
            if (count + read > bytes.length) {
                // A body may come byte by byte: to copy all of it each time would take long.
                bytes = Arrays.copyOf(bytes, Math.min(limit + 1, Math.max(count + read, 2 * bytes.length)));
            }
            System.arraycopy(block, 0, bytes, count, read);
            count += read;
        }
    }

    void fail(Exception failed) {
        failure = failed;
    }

    boolean finished() {
        return ended() || count > limit;
    }

    boolean ended() {
        return ended || failure != null;
    }

    /** All of the body, where all is here; else empty. */
    byte[] whole() {
        return ended && count <= limit ? Arrays.copyOf(bytes, count) : new byte[0];
    }

    int ready() {
        return count - taken;
    }

    /** The number of bytes handed over, -1 at the end of the body, 0 where there is none left and the body goes on. */
    int take(byte[] to, int offset, int length) throws IOException {
        int given = Math.min(length, ready());
        System.arraycopy(bytes, taken, to, offset, given);
        taken += given;
        return given > 0 ? given : atEnd();
    }

    private int atEnd() throws IOException {
        if (failure instanceof IOException failed) {
            throw failed;
        }
        if (failure instanceof RuntimeException failed) {
            throw failed;
        }
        return ended ? -1 : 0;
    }
}
