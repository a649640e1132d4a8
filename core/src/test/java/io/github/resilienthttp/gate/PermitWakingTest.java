// SPDX-License-Identifier: Apache-2.0
package io.github.resilienthttp.gate;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.resilienthttp.gate.Cooldown.Entry;
import java.util.Objects;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

class PermitWakingTest {
    private final GateJournal gates = new GateJournal();
    private final Permit permit = gates.permit();
    private final AtomicInteger wakes = new AtomicInteger();

    private void waitForCooldown() {
        gates.cooldownSays = Entry.waitUntil(200);
        permit.enter(100, Long.MAX_VALUE);
    }

    private void wake() {
        Objects.requireNonNull(gates.waiter).wake();
    }

    @Test
    void whoIsWokenBeforeItListensHearsOfItAtOnce() {
        waitForCooldown();
        wake();
        assertThat(permit.woken()).isTrue();
        permit.onWake(wakes::incrementAndGet);
        assertThat(wakes).hasValue(1);
    }

    @Test
    void whoListensIsWoken() {
        waitForCooldown();
        permit.onWake(wakes::incrementAndGet);
        assertThat(permit.woken()).isFalse();
        assertThat(wakes).hasValue(0);
        wake();
        assertThat(wakes).hasValue(1);
        assertThat(permit.woken()).isTrue();
    }

    @Test
    void whatWokeTheLastWaitDoesNotEndTheNext() {
        waitForCooldown();
        permit.onWake(wakes::incrementAndGet);
        wake();
        permit.enter(150, Long.MAX_VALUE);
        assertThat(permit.woken()).isFalse();
        permit.onWake(wakes::incrementAndGet);
        assertThat(wakes).hasValue(1);
    }

    @Test
    void whoNeverWaitedIsNeverWoken() {
        permit.enter(100, Long.MAX_VALUE);
        permit.onWake(wakes::incrementAndGet);
        assertThat(permit.woken()).isFalse();
        assertThat(wakes).hasValue(0);
    }
}
