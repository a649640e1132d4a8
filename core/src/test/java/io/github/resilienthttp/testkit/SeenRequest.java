// SPDX-License-Identifier: Apache-2.0
package io.github.resilienthttp.testkit;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;

/** A request as it came in on the wire. Immutable; safe to share between threads. */
public final class SeenRequest {
    private final RequestHead head;
    private final byte[] body;
    private final boolean complete;
    private final int connection;

    SeenRequest(RequestHead head, byte[] body, boolean complete, int connection) {
        this.head = head;
        this.body = body;
        this.complete = complete;
        this.connection = connection;
    }

    /**
     * The method, in the letters it was sent with.
     *
     * @return such as {@code GET}
     */
    public String method() {
        return head.method();
    }

    /**
     * The request target as sent, query included (RFC 9112 section 3.2).
     *
     * @return such as {@code /items?page=2}
     */
    public String target() {
        return head.target();
    }

    /**
     * The target without its query.
     *
     * @return such as {@code /items}
     */
    public String path() {
        return head.path();
    }

    /**
     * The field lines in the order and the letters they were sent with.
     *
     * @return an unmodifiable list
     */
    public List<HeaderLine> headers() {
        return head.headers();
    }

    /**
     * The value of the first field line of that name.
     *
     * @param name the field name; case does not matter
     * @return the value, or empty where the request has no such line
     */
    public Optional<String> header(String name) {
        return values(name).stream().findFirst();
    }

    /**
     * The values of all field lines of that name, in order.
     *
     * @param name the field name; case does not matter
     * @return an unmodifiable list, empty where the request has no such line
     */
    public List<String> values(String name) {
        return head.values(name);
    }

    /**
     * The body with its chunking removed: what was read of it, which is nothing for a reply that is {@link Reply#early()}.
     *
     * @return a copy
     */
    public byte[] body() {
        return body.clone();
    }

    /**
     * The body as UTF-8 text.
     *
     * @return the text, empty without a body
     */
    public String text() {
        return new String(body, StandardCharsets.UTF_8);
    }

    /**
     * Whether the request was read to its end: false where the script answered early, and where the client left halfway.
     *
     * @return whether {@link #body()} is all of it
     */
    public boolean complete() {
        return complete;
    }

    /**
     * Which connection it came on.
     *
     * @return a number from 1, in the order in which connections were accepted
     */
    public int connection() {
        return connection;
    }

    /**
     * When its first byte was read, by {@link System#nanoTime()}: no attempt can have begun later than it says.
     *
     * @return nanoseconds, of meaning only as a difference
     */
    public long arrivedNanos() {
        return head.arrivedNanos();
    }

    /** Names method, target, connection and size of the body. */
    @Override
    public String toString() {
        return method() + " " + target() + " (connection " + connection + ", " + body.length + " body bytes"
                + (complete ? ")" : ", incomplete)");
    }

    boolean endsConnection() {
        return head.endsConnection();
    }
}
