// SPDX-License-Identifier: Apache-2.0
package io.github.resilienthttp.contract;

import java.io.ByteArrayInputStream;
import java.io.InputStream;
import java.util.concurrent.atomic.AtomicInteger;

/** The body of a request: its bytes, and how a client may be given them. It counts how often it was opened. Thread-safe. */
public final class ContractBody {
    /** How a body is given to a client. */
    public enum Kind {
        /** There is none. */
        NONE,
        /** Bytes whose number is known, as often as they are wanted. */
        REPEATABLE,
        /** A stream that can be read once, of known length. */
        ONCE,
        /** Bytes as often as they are wanted, but sent without a length. */
        CHUNKED
    }

    private final Kind kind;
    private final byte[] content;
    private final AtomicInteger opened = new AtomicInteger();

    private ContractBody(Kind kind, byte[] content) {
        this.kind = kind;
        this.content = content;
    }

    /**
     * A body.
     *
     * @param kind how it is given
     * @param content copied
     * @return a new body
     */
    public static ContractBody of(Kind kind, byte[] content) {
        return new ContractBody(kind, content.clone());
    }

    /** {@return how it is given to a client} */
    public Kind kind() {
        return kind;
    }

    /** {@return a copy of its bytes; of {@link Kind#ONCE} to be had by {@link #open} only} */
    public byte[] bytes() {
        if (kind == Kind.ONCE) {
            throw new IllegalStateException("a body that is written once has no bytes to be had again: open() it");
        }
        return content.clone();
    }

    /** {@return its size in bytes} */
    public int length() {
        return content.length;
    }

    /**
     * Opens it.
     *
     * @return a stream of its own
     * @throws AssertionError where it is {@link Kind#ONCE} and was opened before
     */
    public InputStream open() {
        if (opened.incrementAndGet() > 1 && kind == Kind.ONCE) {
            throw new AssertionError("a body that can be written once was asked for again");
        }
        return new ByteArrayInputStream(content);
    }
}
