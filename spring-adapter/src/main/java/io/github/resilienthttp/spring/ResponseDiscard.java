// SPDX-License-Identifier: Apache-2.0
package io.github.resilienthttp.spring;

import io.github.resilienthttp.call.BodyAhead;
import io.github.resilienthttp.call.ReadingThreads;
import io.github.resilienthttp.policy.Policy;
import java.io.IOException;
import java.io.InputStream;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.springframework.http.HttpHeaders;

/**
 * Gives a response up within bounds. To close a response is no way to do it: most clients read it to its end first, however slowly
 * it comes. So the little that is left is read here, for the connection's sake, and else the connection is dropped.
 */
record ResponseDiscard(Policy.Discard bounds) {
    /** Never throws. */
    void discard(HeldResponse held, boolean bodiless) {
        try {
            if (bodiless) {
                held.response().close();
                return;
            }
            BodyAhead ahead = held.ahead();
            if (ahead == null) {
                ahead = readAhead(held);
            }
            if (ahead.ended()) {
                held.response().close();
            } else {
                drop(held, ahead);
            }
        } catch (IOException | RuntimeException failure) {
            // Says nothing of the response, whose verdict stands.
            held.cut().drop();
            held.closeQuietly();
        }
    }

    private BodyAhead readAhead(HeldResponse held) throws IOException {
        HttpHeaders headers = held.response().getHeaders();
        long length = headers.getContentLength();
        int most = (int) Math.min(Integer.MAX_VALUE - 1, bounds.maxDrain());
        BodyAhead reading = new BodyAhead(held.response().getBody(), most);
        if (length <= most && most > 0) {
            HeldResponse.read(reading, length, bounds.maxTime().toNanos());
        }
        return reading;
    }

    /** Whoever reads is woken, and closes; where nobody reads or can be woken, another thread closes what may take its time. */
    private void drop(HeldResponse held, BodyAhead ahead) {
        held.cut().drop();
        BodyEnd.wake(ahead);
        CountDownLatch closed = new CountDownLatch(1);
        Runnable closing = () -> {
            close(ahead.source(), held);
            closed.countDown();
        };
        ahead.whenLeft(() -> {
            if (!ReadingThreads.run(closing)) {
                closing.run();
            }
        });
        await(closed);
    }

    /** The body first: most clients drop the connection then, and find nothing left to read. */
    private static void close(InputStream body, HeldResponse held) {
        BodyEnd.close(body);
        held.closeQuietly();
    }

    private void await(CountDownLatch closed) {
        try {
            // Whether it came to its end makes no difference.
            boolean unused = closed.await(bounds.maxTime().toNanos(), TimeUnit.NANOSECONDS);
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
        }
    }
}
