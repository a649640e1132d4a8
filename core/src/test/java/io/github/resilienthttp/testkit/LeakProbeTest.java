// SPDX-License-Identifier: Apache-2.0
package io.github.resilienthttp.testkit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.concurrent.CountDownLatch;
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
