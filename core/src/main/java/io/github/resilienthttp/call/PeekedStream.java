// SPDX-License-Identifier: Apache-2.0
package io.github.resilienthttp.call;

import io.github.resilienthttp.stability.Internal;
import java.io.IOException;
import java.io.InputStream;
import java.util.Objects;

/** A body whose beginning was read ahead, from its first byte. For adapters; for one thread. */
@Internal
public final class PeekedStream extends InputStream {
    private final BodyAhead ahead;
    private final InputStream source;
    private final Runnable dropping;
    private boolean closed;
    private boolean dropped;

    /**
     * The body from its first byte.
     *
     * @param ahead what was read
     * @param source the body, where reading goes on
     * @param dropping drops the connection, which wakes a thread that reads from it; runs at most once
     */
    public PeekedStream(BodyAhead ahead, InputStream source, Runnable dropping) {
        this.ahead = ahead;
        this.source = source;
        this.dropping = dropping;
    }

    @Override
    public int read() throws IOException {
        byte[] one = new byte[1];
        return read(one, 0, 1) < 0 ? -1 : one[0] & 0xff;
    }

    @Override
    public int read(byte[] to, int offset, int length) throws IOException {
        Objects.checkFromIndexSize(offset, length, to.length);
        if (closed) {
            throw new IOException("Attempted read on closed stream.");
        }
        if (length == 0) {
            return 0;
        }
        int given = ahead.take(to, offset, length);
        return given != 0 ? given : source.read(to, offset, length);
    }

    @Override
    public int available() throws IOException {
        int ready = ahead.ready();
        return ready > 0 || closed || ahead.busy() || ahead.ended() ? ready : source.available();
    }

    /** Like HttpClient's own streams reads to the end, except where a read was found stalled: then drops the connection. */
    @Override
    public void close() throws IOException {
        if (closed) {
            return;
        }
        closed = true;
        if (ahead.busy()) {
            drop();
        } else {
            source.close();
        }
    }

    /** Two threads must not read one stream: the connection goes, and the read that is under way with it. */
    public void drop() {
        closed = true;
        dropped = true;
        dropping.run();
        ahead.awaitLeft();
    }

    /** {@return whether the connection was dropped: nothing is left to close then} */
    public boolean dropped() {
        return dropped;
    }
}
