// SPDX-License-Identifier: Apache-2.0
package io.github.resilienthttp.call;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
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

    private PeekedStream of(InputStream body, int limit) {
        BodyAhead ahead = new BodyAhead(body, limit);
        ahead.readWhatIsHere(-1);
        return new PeekedStream(ahead, body, drops::incrementAndGet);
    }

    @Test
    void bytesComeOneByOneToo() throws IOException {
        PeekedStream stream = of(new ByteArrayInputStream(new byte[] {0, (byte) 0xfe, (byte) 0xff}), 1);
        assertThat(stream.read()).isZero();
        assertThat(stream.read()).isEqualTo(0xfe);
        assertThat(stream.read(new byte[0])).isZero();
        assertThat(stream.read()).isEqualTo(0xff);
        assertThat(stream.read()).isEqualTo(-1);
    }

    @Test
    void whatIsAvailableIsWhatComesWithoutWaiting() throws IOException {
        PeekedStream stream = of(new ByteArrayInputStream(new byte[20_000]), 100);
        assertThat(stream.available()).as("what was read ahead").isEqualTo(101);
        stream.skipNBytes(101);
        assertThat(stream.available()).as("what is left of the body").isEqualTo(20_000 - 101);
        stream.close();
        assertThat(stream.available()).isZero();

        PeekedStream ended = of(new ByteArrayInputStream(new byte[3]), 100);
        assertThat(ended.available()).isEqualTo(3);
        ended.skipNBytes(3);
        assertThat(ended.available()).isZero();
    }

    @Test
    void closingClosesTheBodyOnceAndDropsNothing() throws IOException {
        AtomicInteger closed = new AtomicInteger();
        InputStream body = new ByteArrayInputStream(new byte[3]) {
            @Override
            public void close() {
                closed.incrementAndGet();
            }
        };
        PeekedStream stream = of(body, 100);
        stream.close();
        stream.close();
        assertThat(closed).hasValue(1);
        assertThat(drops).hasValue(0);
        assertThat(stream.dropped()).isFalse();
        assertThatThrownBy(stream::read).isInstanceOf(IOException.class).hasMessageContaining("closed");
    }
}
