// SPDX-License-Identifier: Apache-2.0
package io.github.resilienthttp.call;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.sun.management.ThreadMXBean;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.PipedInputStream;
import java.io.PipedOutputStream;
import java.lang.management.ManagementFactory;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Random;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@Timeout(value = 60, threadMode = Timeout.ThreadMode.SEPARATE_THREAD)
class BodyAheadTest {
    private static final long SHORT = TimeUnit.MILLISECONDS.toNanos(50);

    private final AtomicInteger drops = new AtomicInteger();

    @ParameterizedTest
    @ValueSource(ints = {0, 1, 99, 100, 101, 8192, 20_000})
    void everyByteComesOnceAndInOrder(int length) throws IOException {
        byte[] body = bytes(length);
        BodyAhead ahead = new BodyAhead(new ByteArrayInputStream(body), 100);

        ahead.readWhatIsHere(-1);

        assertThat(stream(ahead).readAllBytes()).isEqualTo(body);
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 100, 101})
    void onlyAWholeBodyWithinTheLimitIsShown(int length) {
        BodyAhead ahead = new BodyAhead(new ByteArrayInputStream(bytes(length)), 100);

        ahead.readWhatIsHere(length);

        assertThat(ahead.whole()).isEqualTo(length > 100 ? new byte[0] : bytes(length));
    }

    @Test
    void aBodyThatComesByteByByteIsNotCopiedWithEach() throws IOException {
        byte[] body = bytes(64 * 1024);
        BodyAhead ahead = new BodyAhead(
                new ByteArrayInputStream(body) {
                    @Override
                    public synchronized int read(byte[] to, int offset, int length) {
                        return super.read(to, offset, 1);
                    }
                },
                body.length);
        ThreadMXBean threads = (ThreadMXBean) ManagementFactory.getThreadMXBean();
        long before = threads.getCurrentThreadAllocatedBytes();

        ahead.readWhatIsHere(body.length);

        assertThat(threads.getCurrentThreadAllocatedBytes() - before).isLessThan(1 << 20);
        assertThat(ahead.whole()).isEqualTo(body);
        assertThat(stream(ahead).readAllBytes()).isEqualTo(body);
    }

    @Test
    void aReadThatBlocksLosesNothingWhenTheWaitIsOver() throws IOException {
        byte[] body = bytes(50_000);
        PipedOutputStream far = new PipedOutputStream();
        BodyAhead ahead = new BodyAhead(new PipedInputStream(far, 100_000), 100_000);
        far.write(body, 0, 30);
        ahead.readWhatIsHere(body.length);

        ahead.readElsewhere(SHORT);

        assertThat(ahead.busy()).isTrue();
        assertThat(ahead.whole()).isEmpty();
        InputStream stream = stream(ahead);
        assertThat(stream.readNBytes(30)).isEqualTo(Arrays.copyOf(body, 30));
        far.write(body, 30, body.length - 30);
        far.close();
        assertThat(stream.readAllBytes()).isEqualTo(Arrays.copyOfRange(body, 30, body.length));
        assertThat(ahead.busy()).isFalse();
    }

    @Test
    void aFailureComesAfterTheBytesBeforeItAndEveryTime() throws IOException {
        InputStream broken = new InputStream() {
            private boolean read;

            @Override
            public int read(byte[] to, int offset, int length) throws IOException {
                if (read) {
                    throw new IOException("reset");
                }
                read = true;
                Arrays.fill(to, offset, offset + 3, (byte) 'x');
                return 3;
            }

            @Override
            public int read() throws IOException {
                throw new IOException("reset");
            }

            @Override
            public int available() {
                return 1;
            }
        };
        BodyAhead ahead = new BodyAhead(broken, 100);
        ahead.readWhatIsHere(10);
        InputStream stream = stream(ahead);

        assertThat(ahead.whole()).isEmpty();
        assertThat(new String(stream.readNBytes(3), StandardCharsets.US_ASCII)).isEqualTo("xxx");
        assertThatThrownBy(stream::read).hasMessage("reset");
        assertThatThrownBy(stream::read).hasMessage("reset");
    }

    @Test
    void closingWhileAReadBlocksDropsTheConnection() throws IOException {
        try (PipedOutputStream far = new PipedOutputStream()) {
            BodyAhead ahead = new BodyAhead(new PipedInputStream(far), 100);
            ahead.readElsewhere(SHORT);
            InputStream stream = stream(ahead);

            stream.close();

            assertThat(drops.get()).isEqualTo(1);
            assertThatThrownBy(stream::read).isInstanceOf(IOException.class);
        }
    }

    @Test
    void anInterruptEndsTheWaitAndIsKept() throws IOException {
        try (PipedOutputStream far = new PipedOutputStream()) {
            BodyAhead ahead = new BodyAhead(new PipedInputStream(far), 100);
            Thread.currentThread().interrupt();

            ahead.readElsewhere(TimeUnit.MINUTES.toNanos(1));

            assertThat(Thread.interrupted()).isTrue();
            assertThat(ahead.whole()).isEmpty();
        }
    }

    private InputStream stream(BodyAhead ahead) {
        return new PeekedStream(ahead, ahead.source(), drops::incrementAndGet);
    }

    private static byte[] bytes(int length) {
        byte[] bytes = new byte[length];
        new Random(length).nextBytes(bytes);
        return bytes;
    }
}
