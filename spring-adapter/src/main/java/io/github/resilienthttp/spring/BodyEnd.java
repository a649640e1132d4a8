// SPDX-License-Identifier: Apache-2.0
package io.github.resilienthttp.spring;

import io.github.resilienthttp.call.BodyAhead;
import java.io.IOException;
import java.io.InputStream;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;

/** Ends a body that nobody wants any more, so that its connection goes, whatever stream it is. */
final class BodyEnd {
    /** Spring's stream over Reactor's client. */
    private static final String SUBSCRIBED = "org.springframework.http.client.SubscriberInputStream";

    private static final int TRIES = 1000;
    private static final long PAUSE_NANOS = TimeUnit.MILLISECONDS.toNanos(1);
    private static final byte[] ONE = new byte[1];

    private BodyEnd() {}

    /**
     * Wakes the thread that reads ahead. Most streams heed an interrupt; Spring's spins from then on until something comes, but may be
     * closed while another thread reads.
     */
    static void wake(BodyAhead ahead) {
        InputStream body = ahead.source();
        if (ahead.busy() && isSubscribed(body)) {
            closeQuietly(body);
        } else {
            ahead.interrupt();
        }
    }

    /** While nobody reads; may take its time. Never throws. */
    static void close(InputStream body) {
        closeQuietly(body);
        if (isSubscribed(body)) {
            cancel(body);
        }
    }

    private static void closeQuietly(InputStream body) {
        try {
            body.close();
        } catch (IOException | RuntimeException ignored) {
            // Nobody wants it any more.
        }
    }

    /**
     * Spring's stream subscribes on a thread of the client's. One that is closed before that complains, passes for closed, and keeps
     * its connection for ever; but a read that finds it closed cancels as soon as there is something to cancel.
     */
    private static void cancel(InputStream body) {
        for (int tries = 0; tries < TRIES; tries++) {
            try {
                int unused = body.read(ONE, 0, 1);
                return;
            } catch (IllegalStateException early) {
                LockSupport.parkNanos(PAUSE_NANOS);
            } catch (IOException | RuntimeException ignored) {
                return;
            }
        }
    }

    private static boolean isSubscribed(InputStream body) {
        return body.getClass().getName().equals(SUBSCRIBED);
    }
}
