// SPDX-License-Identifier: Apache-2.0
package io.github.resilienthttp.testkit;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Objects;

/**
 * What a {@link ScriptedServer} does about one request. Immutable: each method gives a changed copy. A plain reply has a
 * {@code Content-Length}, no {@code Date}, is sent once the whole request has been read, and leaves the connection open.
 */
public final class Reply {
    private final ReplyHead head;
    private final ReplyBody body;
    private final Course course;

    private Reply(ReplyHead head, ReplyBody body, Course course) {
        this.head = head;
        this.body = body;
        this.course = course;
    }

    /**
     * A 200 with a body.
     *
     * @param text the body, sent as UTF-8
     * @return the reply
     */
    public static Reply ok(String text) {
        return status(200).body(text);
    }

    /**
     * A response with that status and no body.
     *
     * @param status 100 to 999
     * @return the reply
     * @throws IllegalArgumentException for a status of fewer or more than three digits
     */
    public static Reply status(int status) {
        if (status < 100 || status > 999) {
            throw new IllegalArgumentException("status is " + status + "; allowed is 100 to 999, else use raw()");
        }
        return new Reply(ReplyHead.ofStatus(status), ReplyBody.EMPTY, Course.PLAIN);
    }

    /**
     * Text in place of status line, field lines and framing; the connection is closed after it unless told otherwise.
     *
     * @param text sent as ISO 8859-1, exactly
     * @return the reply
     */
    public static Reply raw(String text) {
        ReplyBody unframed = ReplyBody.EMPTY.framed(Framing.UNTIL_CLOSE);
        return new Reply(ReplyHead.ofRaw(text), unframed, Course.PLAIN).then(Fate.CLOSE);
    }

    /**
     * Not one byte; the connection meets its fate before the status line.
     *
     * @param fate what becomes of the connection; not {@link Fate#SERVE}
     * @return the reply
     * @throws IllegalArgumentException for {@link Fate#SERVE}
     */
    public static Reply nothing(Fate fate) {
        return raw("").then(broken(fate, "nothing()"));
    }

    /**
     * Adds a field line, unchecked; one of the same name stays.
     *
     * @param name the field name
     * @param value the field value, of any length
     * @return the changed reply
     */
    public Reply header(String name, String value) {
        return new Reply(withLines().plus(new HeaderLine(name, value)), body, course);
    }

    /**
     * Adds a {@code Date} (RFC 9110 section 6.6.1) that differs from the clock of this machine when the reply is sent.
     *
     * @param skew added to the time: zero for a right clock, negative for one that is slow
     * @return the changed reply
     */
    public Reply dateSkewedBy(Duration skew) {
        return new Reply(withLines().withDateSkew(skew), body, course);
    }

    /**
     * Sets the body.
     *
     * @param text sent as UTF-8
     * @return the changed reply
     */
    public Reply body(String text) {
        return body(text.getBytes(StandardCharsets.UTF_8));
    }

    /**
     * Sets the body.
     *
     * @param bytes copied
     * @return the changed reply
     */
    public Reply body(byte[] bytes) {
        return new Reply(head, body.withContent(bytes), course);
    }

    /**
     * Sends the body as one chunk and the last chunk (RFC 9112 section 7.1).
     *
     * @return the changed reply
     */
    public Reply chunked() {
        withLines();
        return new Reply(head, body.framed(Framing.CHUNKED), course);
    }

    /**
     * Sends neither length nor chunks: the body ends with the connection, which is closed.
     *
     * @return the changed reply
     */
    public Reply untilClose() {
        withLines();
        return new Reply(head, body.framed(Framing.UNTIL_CLOSE), course).then(Fate.CLOSE);
    }

    /**
     * Declares a {@code Content-Length} whatever the body has. Longer than the body, with {@link Fate#CLOSE} it is a truncated
     * body and with {@link Fate#SILENCE} a stalled one.
     *
     * @param length 0 or more bytes
     * @return the changed reply
     * @throws IllegalArgumentException for a negative length
     */
    public Reply declaring(long length) {
        if (length < 0) {
            throw new IllegalArgumentException("length is " + length + "; allowed is 0 or more, else use header()");
        }
        return new Reply(head, body.declaring(length), course);
    }

    /**
     * Repeats the body (8 KiB of {@code x} where none is set) until the client goes away; with a length, 1 TiB is declared.
     *
     * @return the changed reply
     */
    public Reply endlessBody() {
        return new Reply(head, body.withoutEnd(), course);
    }

    /**
     * Adds field lines of 1,000 bytes until the client goes away.
     *
     * @return the changed reply
     */
    public Reply endlessHead() {
        return new Reply(withLines().withoutEnd(), body, course);
    }

    /**
     * Sends the head byte by byte, from the status line on. Together with {@link #endlessHead()} that goes on for ever.
     *
     * @param pause the time after each byte, above zero
     * @return the changed reply
     */
    public Reply dripHead(Duration pause) {
        return new Reply(head.withDrip(positive(pause)), body, course);
    }

    /**
     * Sends the body byte by byte. Together with {@link #endlessBody()} that goes on for ever.
     *
     * @param pause the time after each byte, above zero
     * @return the changed reply
     */
    public Reply dripBody(Duration pause) {
        return new Reply(head, body.withDrip(positive(pause)), course);
    }

    /**
     * Begins the head that long after the request was read; the wait ends early only when the server closes.
     *
     * @param delay above zero
     * @return the changed reply
     */
    public Reply after(Duration delay) {
        return new Reply(head, body, course.after(positive(delay)));
    }

    /**
     * Answers once the request's head has been read and leaves its body on the wire. With {@link Fate#SERVE} the body is read and
     * thrown away after the answer, unless the client waits to be told to send it.
     *
     * @return the changed reply
     */
    public Reply early() {
        return new Reply(head, body, course.withoutBody());
    }

    /**
     * Does not send {@code 100 (Continue)} to a request that expects it (RFC 9110 section 10.1.1), but waits for its body.
     *
     * @return the changed reply
     */
    public Reply withoutContinue() {
        return new Reply(head, body, course.withoutContinue());
    }

    /**
     * Announces with {@code Connection: close} that the connection ends after the reply, and closes it.
     *
     * @return the changed reply
     */
    public Reply closing() {
        return header("Connection", "close").then(Fate.CLOSE);
    }

    /**
     * Sets what becomes of the connection after the last byte; nothing in the reply announces it.
     *
     * @param fate what becomes of the connection
     * @return the changed reply
     */
    public Reply then(Fate fate) {
        return new Reply(head, body, course.cut(course.cut(), fate));
    }

    /**
     * Breaks the reply off.
     *
     * @param where the place of the last byte sent
     * @param fate what becomes of the connection there; not {@link Fate#SERVE}
     * @return the changed reply
     * @throws IllegalArgumentException for {@link Fate#SERVE}
     */
    public Reply cut(Cut where, Fate fate) {
        withLines();
        return new Reply(head, body, course.cut(where, broken(fate, "cut()")));
    }

    ReplyPlan checked() {
        ReplyPlan plan = new ReplyPlan(head, body, course);
        plan.check();
        return plan;
    }

    private ReplyHead withLines() {
        if (head.raw() != null) {
            throw new IllegalStateException("A raw() reply has no field lines, no framing and no cut");
        }
        return head;
    }

    private static Fate broken(Fate fate, String where) {
        if (fate == Fate.SERVE) {
            throw new IllegalArgumentException(where + " got SERVE; allowed is every fate that ends the conversation");
        }
        return fate;
    }

    private static Duration positive(Duration length) {
        Objects.requireNonNull(length, "length");
        if (length.isZero() || length.isNegative()) {
            throw new IllegalArgumentException("The duration is " + length + "; allowed is above zero");
        }
        return length;
    }
}
