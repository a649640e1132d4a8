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
    /** Null as long as nothing has come: most bodies are decided on before that. */
    private @Nullable ByteArrayOutputStream bytes;

    private @Nullable Consumer<byte[]> look;
    private int longest;

    KeptBody(HttpResponse head) {
        this.head = head;
    }

    void add(ByteBuffer more) {
        byte[] copy = new byte[more.remaining()];
        more.get(copy);
        ByteArrayOutputStream all = bytes == null ? new ByteArrayOutputStream(0) : bytes;
        all.writeBytes(copy);
        bytes = all;
    }

    /** All there is; it is kept no longer. */
    byte[] take() {
        byte[] all = seen();
        bytes = null;
        return all;
    }

    private byte[] seen() {
        return bytes == null ? NOTHING : bytes.toByteArray();
    }

    void look(int maxBytes, Consumer<byte[]> then) {
        longest = maxBytes;
        look = then;
    }

    boolean looked() {
        return look != null;
    }

    /** The end of the look, to be run without the lock; nothing where there is more to see, or nobody looks. */
    Runnable endOfLook(boolean whole, boolean hopeless) {
        Consumer<byte[]> then = look;
        if (then == null) {
            return KeptBody::nobodyLooks;
        }
        boolean tooLong = bytes != null && bytes.size() > longest;
        if (!(whole || hopeless || tooLong)) {
            return KeptBody::nobodyLooks;
        }
        look = null;
        byte[] seen = whole && !tooLong ? ResponsePeek.decoded(head, seen(), longest) : NOTHING;
        return () -> then.accept(seen);
    }

    private static void nobodyLooks() {}
}
