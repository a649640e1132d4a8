// SPDX-License-Identifier: Apache-2.0
package io.github.resilienthttp.call;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** A body between the thread that reads it ahead and the caller. */
@Timeout(60)
class BodyAheadSharingTest {
    private static final long PATIENCE = TimeUnit.SECONDS.toNanos(50);

    private final Tap tap = new Tap();
    private final BodyAhead ahead = new BodyAhead(tap, 100);
    private final Thread caller = Thread.currentThread();

    @AfterEach
    void letTheReaderGo() {
        tap.end();
    }

    private static byte[] bytes(int... values) {
        byte[] bytes = new byte[values.length];
        for (int n = 0; n < values.length; n++) {
            bytes[n] = (byte) values[n];
        }
        return bytes;
    }

    private PeekedStream stream() {
        return new PeekedStream(ahead, tap, () -> {});
    }

    /** As soon as the caller waits, on another thread. */
    private void onceTheCallerWaits(Runnable action) {
        Thread thread = new Thread(() -> {
            while (caller.getState() == Thread.State.RUNNABLE) {
                Thread.onSpinWait();
            }
            action.run();
        });
        thread.setDaemon(true);
        thread.start();
    }

    /** The caller has left, and somebody else is in a read that has nothing to bring. */
    private void readInVain() {
        Thread leaving = new Thread(() -> {
            while (tap.reads.get() == 0) {
                Thread.onSpinWait();
            }
            caller.interrupt();
        });
        leaving.setDaemon(true);
        leaving.start();
        ahead.readElsewhere(PATIENCE);
        assertThat(Thread.interrupted()).as("kept").isTrue();
        assertThat(ahead.busy()).isTrue();
    }

    @Test
    void theWaitEndsWithTheBody() {
        long start = System.nanoTime();
        onceTheCallerWaits(() -> {
            tap.give(bytes(1, 2, 3));
            tap.end();
        });

        ahead.readElsewhere(PATIENCE);

        assertThat(System.nanoTime() - start).isLessThan(PATIENCE);
        assertThat(ahead.whole()).containsExactly(1, 2, 3);
        assertThat(ahead.busy()).isFalse();
        assertThat(ahead.ended()).isTrue();
        assertThat(ahead.finished()).isTrue();
    }

    @Test
    void whatIsStillToComeHasNotEnded() throws IOException {
        tap.give(bytes(1, 2, 3));
        ahead.readWhatIsHere(-1);
        assertThat(ahead.ended()).isFalse();
        assertThat(ahead.finished()).isFalse();
        assertThat(stream().available()).isEqualTo(3);
    }

    @Test
    void onceNobodyWaitsOnlyTheReadAtHandIsBroughtToItsEnd() throws IOException {
        readInVain();
        onceTheCallerWaits(() -> tap.give(bytes(7)));

        assertThat(stream().read()).isEqualTo(7);
        ahead.awaitLeft();

        assertThat(ahead.busy()).isFalse();
        assertThat(tap.reads).hasValue(1);
        assertThat(Thread.interrupted()).as("by nobody").isFalse();
    }

    @Test
    void aFailureElsewhereIsTheCallersAndIsNotReadOver() {
        IOException reset = new IOException("reset");
        onceTheCallerWaits(() -> {
            tap.fail(reset);
            tap.give(bytes(1));
        });

        ahead.readElsewhere(PATIENCE);

        assertThat(ahead.ended()).isTrue();
        assertThatThrownBy(() -> stream().read()).isSameAs(reset);
        assertThat(tap.reads).hasValue(1);
    }

    @Test
    void aFailureOfWhatWasHereIsTheCallersAndIsNotReadOver() {
        IllegalStateException broken = new IllegalStateException("broken");
        tap.fail(broken);
        ahead.readWhatIsHere(0);
        tap.give(bytes(1));
        assertThat(ahead.ended()).isTrue();
        assertThatThrownBy(() -> stream().read()).isSameAs(broken);
    }

    @Test
    void whoReadsCanBeInterrupted() {
        readInVain();
        ahead.interrupt();
        ahead.awaitLeft();
        assertThat(ahead.busy()).isFalse();
        assertThat(ahead.ended()).isTrue();
        assertThat(Thread.interrupted()).as("not the caller").isFalse();
    }

    @Test
    void whoHasLeftIsNotInterrupted() throws InterruptedException {
        tap.end();
        ahead.readElsewhere(PATIENCE);
        ahead.interrupt();
        BlockingQueue<Boolean> interrupted = new LinkedBlockingQueue<>();
        assertThat(ReadingThreads.run(
                        () -> interrupted.add(Thread.currentThread().isInterrupted())))
                .isTrue();
        assertThat(interrupted.poll(20, TimeUnit.SECONDS))
                .as("the same thread, or another")
                .isFalse();
    }

    @Test
    void anInterruptDoesNotEndTheWaitForTheReaderAndIsKept() {
        readInVain();
        onceTheCallerWaits(tap::end);
        caller.interrupt();
        ahead.awaitLeft();
        assertThat(Thread.interrupted()).isTrue();
        assertThat(ahead.busy()).isFalse();
    }

    /** To ask the body while another thread reads it would be a second reader. */
    @Test
    void nothingIsAvailableWhileSomebodyElseReads() throws IOException {
        readInVain();
        PeekedStream stream = new PeekedStream(ahead, new ByteArrayInputStream(new byte[7]), tap::end);
        assertThat(stream.available()).isZero();
        stream.close();
        assertThat(stream.dropped()).isTrue();
        assertThat(ahead.busy()).isFalse();
    }

    @Test
    void whatNobodyReadsIsClosedAtOnce() {
        BlockingQueue<Thread> closed = new LinkedBlockingQueue<>();
        ahead.whenLeft(() -> closed.add(Thread.currentThread()));
        assertThat(closed).containsExactly(caller);
    }

    @Test
    void whatIsReadElsewhereIsClosedThereOnceThatHasLeft() throws InterruptedException {
        readInVain();
        BlockingQueue<Thread> closed = new LinkedBlockingQueue<>();
        ahead.whenLeft(() -> closed.add(Thread.currentThread()));
        assertThat(closed).isEmpty();
        tap.give(bytes(1));
        assertThat(closed.poll(20, TimeUnit.SECONDS)).isNotNull().isNotSameAs(caller);
        assertThat(closed).isEmpty();
        assertThat(ahead.busy()).isFalse();
        assertThat(tap.reads).hasValue(1);
    }

    @Test
    void whereAllThreadsAreTakenNothingIsReadAndNobodyWaits() {
        CountDownLatch over = new CountDownLatch(1);
        try {
            while (ReadingThreads.run(() -> awaitUninterruptibly(over))) {
                Thread.onSpinWait();
            }
            ahead.readElsewhere(Long.MAX_VALUE);
            assertThat(ahead.busy()).isFalse();
            assertThat(tap.reads).hasValue(0);
        } finally {
            over.countDown();
        }
    }

    private static void awaitUninterruptibly(CountDownLatch over) {
        try {
            over.await();
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
        }
    }
}
