// SPDX-License-Identifier: Apache-2.0
package io.github.resilienthttp.httpclient5;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.util.function.Consumer;
import org.apache.hc.core5.http.HttpResponse;
import org.jspecify.annotations.Nullable;

/** The bytes of a body that is nobody's yet, and the look somebody wants to take at them. Guarded by its owner's lock. */
final class KeptBody {
    private static final byte[] NOTHING = {};

    private final HttpResponse head;
    private ByteArrayOutputStream bytes = new ByteArrayOutputStream(0);
    private @Nullable Consumer<byte[]> look;
    private int longest;

    KeptBody(HttpResponse head) {
        this.head = head;
    }

    void add(ByteBuffer more) {
        byte[] copy = new byte[more.remaining()];
        more.get(copy);
        bytes.writeBytes(copy);
    }

    /** All there is; it is kept no longer. */
    ByteBuffer take() {
        ByteBuffer all = ByteBuffer.wrap(bytes.toByteArray());
        bytes = new ByteArrayOutputStream(0);
        return all;
    }

    void look(int maxBytes, Consumer<byte[]> then) {
        longest = maxBytes;
        look = then;
    }

    boolean looked() {
        return look != null;
    }

    /** The end of the look, to be run without the lock; null where there is more to see, or nobody looks. */
    @Nullable
    Runnable endOfLook(boolean whole, boolean hopeless) {
        Consumer<byte[]> then = look;
        boolean tooLong = bytes.size() > longest;
        if (then == null || !(whole || hopeless || tooLong)) {
            return null;
        }
        look = null;
        byte[] seen = whole && !tooLong ? ResponsePeek.decoded(head, bytes.toByteArray(), longest) : NOTHING;
        return () -> then.accept(seen);
    }
}
