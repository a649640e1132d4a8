// SPDX-License-Identifier: Apache-2.0
package io.github.resilienthttp.call;

import static io.github.resilienthttp.call.CallScene.status;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

class CallCancelTest {
    private final AtomicInteger woken = new AtomicInteger();
    private final Call call = CallScene.withDefaults().sent("GET");

    @Test
    void whoListensBeforeItHearsOfIt() {
        call.finished(1, status(503), true);
        call.onWake(woken::incrementAndGet);
        assertThat(woken).hasValue(0);
        assertThat(call.awake()).isFalse();
        call.cancel();
        assertThat(woken).hasValue(1);
        assertThat(call.awake()).isTrue();
    }

    @Test
    void whoListensAfterItHearsOfItAtOnce() {
        call.finished(1, status(503), true);
        assertThat(call.cancelled()).isFalse();
        call.cancel();
        assertThat(call.cancelled()).isTrue();
        call.onWake(woken::incrementAndGet);
        assertThat(woken).hasValue(1);
    }
}
