// SPDX-License-Identifier: Apache-2.0
package io.github.resilienthttp.httpclient5;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.resilienthttp.call.Time;
import io.github.resilienthttp.call.Watchdog;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class EndpointCutTest {
    private final FakeRuntime runtime = new FakeRuntime();
    private final Watchdog watchdog = new Watchdog(Time.system());

    @AfterEach
    void close() {
        watchdog.close();
    }

    @Test
    void aConnectionThatIsLeasedAfterTheTimeIsUpIsDroppedAsWell() throws InterruptedException {
        EndpointCut cut = after(1);
        await(1);
        runtime.acquired = true;
        int before = runtime.discards();
        await(before + 1);

        assertThat(runtime.acquired).isFalse();
        assertThat(cut.over()).isTrue();
        assertThat(cut.leasing()).isTrue();
    }

    @Test
    void whatIsOverIsNotTouched() throws InterruptedException {
        EndpointCut cut = after(250);

        assertThat(cut.over()).isFalse();

        TimeUnit.MILLISECONDS.sleep(300);
        assertThat(runtime.discards()).isZero();
    }

    @Test
    void nothingIsDroppedAfterTheOwnerHasSaidThatItIsOver() {
        AttemptLimit limit = new AttemptLimit(Time.system(), watchdog, new LeaseLimit());
        int late = 0;
        for (int n = 0; n < 20_000 && late < 200; n++) {
            EndpointCut cut = limit.cutAfter(n % 100 * 1_000L, runtime);
            long until = System.nanoTime() + n % 97 * 1_000L;
            while (System.nanoTime() < until) {
                Thread.onSpinWait();
            }
            boolean tooLate = cut.over();
            int dropped = runtime.discards();
            assertThat(cut.over()).isEqualTo(tooLate);
            late += tooLate ? 1 : 0;
            // The next exchange has the connection now.
            runtime.acquired = true;
            for (int look = 0; look < 50; look++) {
                Thread.onSpinWait();
            }
            assertThat(runtime.discards()).isEqualTo(dropped);
        }
    }

    @Test
    void theCutsEndWithTheWatch() throws InterruptedException {
        runtime.acquired = true;
        EndpointCut cut = after(1);
        await(2);

        assertThat(cut.over()).isTrue();
        assertThat(cut.leasing()).isFalse();

        int last = runtime.discards();
        TimeUnit.MILLISECONDS.sleep(60);
        assertThat(runtime.discards()).isEqualTo(last);
    }

    private EndpointCut after(long millis) {
        return new AttemptLimit(Time.system(), watchdog, new LeaseLimit())
                .cutAfter(TimeUnit.MILLISECONDS.toNanos(millis), runtime);
    }

    private void await(int discards) throws InterruptedException {
        for (int tries = 0; runtime.discards() < discards && tries < 1000; tries++) {
            TimeUnit.MILLISECONDS.sleep(2);
        }
        assertThat(runtime.discards()).isGreaterThanOrEqualTo(discards);
    }
}
