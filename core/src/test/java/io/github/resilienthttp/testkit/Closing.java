// SPDX-License-Identifier: Apache-2.0
package io.github.resilienthttp.testkit;

import java.io.IOException;
import java.io.InterruptedIOException;
import java.net.SocketException;
import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

/** The one latch on which every pause and every stall of a server waits, so that all end when it closes. Thread-safe. */
final class Closing {
    private final CountDownLatch latch = new CountDownLatch(1);

    void begin() {
        latch.countDown();
    }

    boolean begun() {
        return latch.getCount() == 0;
    }

    void await() throws IOException {
        try {
            latch.await();
        } catch (InterruptedException interrupted) {
            throw interruption();
        }
    }

    /** Waits that long, and fails at once when the server closes meanwhile. */
    void pause(Duration length) throws IOException {
        if (length.isZero()) {
            return;
        }
        try {
            if (latch.await(length.toNanos(), TimeUnit.NANOSECONDS)) {
                throw new SocketException("The server was closed during a pause");
            }
        } catch (InterruptedException interrupted) {
            throw interruption();
        }
    }

    private static IOException interruption() {
        Thread.currentThread().interrupt();
        return new InterruptedIOException("Interrupted, as it happens when the server closes");
    }
}
