// SPDX-License-Identifier: Apache-2.0
package io.github.resilienthttp.call;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

class PeekedStreamTest {
    private final Thread dropper = Thread.currentThread();
    private final AtomicInteger drops = new AtomicInteger();
    private final AtomicBoolean cleanedUp = new AtomicBoolean();

    /** As HttpClient's own: a read that fails because its connection went drops the endpoint, a moment later. */
    private final InputStream stalled = new InputStream() {
        @Override
        public int read() throws IOException {
            while (drops.get() == 0) {
                Thread.onSpinWait();
            }
            // Not before whoever dropped it waits.
            while (dropper.getState() == Thread.State.RUNNABLE) {
                Thread.onSpinWait();
            }
            cleanedUp.set(true);
            throw new IOException("socket closed");
        }

        @Override
        public int read(byte[] to, int offset, int length) throws IOException {
            return read();
        }
    };

    @Test
    void whoDropsAStalledBodyGoesOnOnlyWhenNobodyReadsItAnyMore() {
        BodyAhead ahead = new BodyAhead(stalled, 100);
        ahead.readElsewhere(TimeUnit.MILLISECONDS.toNanos(500));
        assertThat(ahead.busy()).isTrue();

        new PeekedStream(ahead, stalled, drops::incrementAndGet).drop();

        assertThat(cleanedUp).isTrue();
        assertThat(ahead.busy()).isFalse();
    }
}
