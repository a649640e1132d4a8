// SPDX-License-Identifier: Apache-2.0
package io.github.resilienthttp.testkit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.concurrent.CountDownLatch;
import java.util.concurrent.SynchronousQueue;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class LeakProbeTest {
    private final CountDownLatch release = new CountDownLatch(1);

    @AfterEach
    void releaseThreads() {
        release.countDown();
    }

    @Test
    void namesTheThreadThatRemainsAndWhereItStands() {
        LeakProbe probe = LeakProbe.watching("leaky-");
        start("leaky-1", Long.MAX_VALUE);

        assertThatThrownBy(probe::close)
                .isInstanceOf(AssertionError.class)
                .hasMessageContaining("1 extra threads")
                .hasMessageContaining("leaky-1")
                .hasMessageContaining("CountDownLatch.await");
    }

    @Test
    void waitsForAThreadThatIsAboutToEnd() {
        LeakProbe probe = LeakProbe.watching("leaky-");
        start("leaky-2", 300);
        assertThat(probe.extraThreads()).extracting(Thread::getName).containsExactly("leaky-2");

        probe.assertNoExtraThreads();

        assertThat(probe.extraThreads()).isEmpty();
    }

    @Test
    void overlooksOtherNamesAndThreadsThatLivedBefore() {
        start("leaky-3", Long.MAX_VALUE);
        LeakProbe probe = LeakProbe.watching("leaky-", "dripping-");
        start("sound-1", Long.MAX_VALUE);

        assertThat(probe.extraThreads()).isEmpty();
        start("dripping-1", Long.MAX_VALUE);
        assertThat(probe.extraThreads()).hasSize(1);
    }

    @Test
    void sparesWhatMayStayForNow() throws InterruptedException {
        ThreadPoolExecutor pool = new ThreadPoolExecutor(0, 1, 1, TimeUnit.MINUTES, new SynchronousQueue<>());
        CountDownLatch begun = new CountDownLatch(1);
        try {
            LeakProbe probe = LeakProbe.watching("").sparing(LeakProbe::idle);
            pool.execute(() -> {
                begun.countDown();
                try {
                    release.await(1, TimeUnit.MINUTES);
                } catch (InterruptedException ended) {
                    Thread.currentThread().interrupt();
                }
            });
            begun.await();
            assertThat(probe.extraThreads()).isNotEmpty();

            release.countDown();
            for (int i = 0; i < 1000 && !probe.extraThreads().isEmpty(); i++) {
                TimeUnit.MILLISECONDS.sleep(2);
            }
            assertThat(probe.extraThreads()).isEmpty();
            assertThat(pool.getPoolSize()).isEqualTo(1);
        } finally {
            pool.shutdownNow();
        }
    }

    @Test
    void wantsAPrefix() {
        assertThatIllegalArgumentException().isThrownBy(LeakProbe::watching).withMessageContaining("prefix");
    }

    private void start(String name, long millis) {
        Thread thread = new Thread(
                () -> {
                    try {
                        release.await(millis, TimeUnit.MILLISECONDS);
                    } catch (InterruptedException ended) {
                        Thread.currentThread().interrupt();
                    }
                },
                name);
        thread.setDaemon(true);
        thread.start();
    }
}
