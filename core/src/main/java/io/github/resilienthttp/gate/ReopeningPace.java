// SPDX-License-Identifier: Apache-2.0
package io.github.resilienthttp.gate;

/**
 * How many may be in flight while a scope reopens: one probe; after its answer one, two, four, …, doubling with each
 * answer that is not throttled. A slot counts as in flight from the moment it is given away. Guarded by the lock of the
 * cool-down.
 */
final class ReopeningPace {
    private static final int MOST = 1 << 30;

    private int allowance = 1;
    private int inFlight;
    private boolean proven;
    private boolean probing;

    /** As new: the next slot is the probe's. */
    void restart() {
        allowance = 1;
        inFlight = 0;
        proven = false;
        probing = false;
    }

    boolean free() {
        return inFlight < allowance;
    }

    boolean quiet() {
        return inFlight == 0;
    }

    /** Whether the probe was answered and there is more room than anyone needs, provided that nobody waits. */
    boolean over() {
        return proven && free();
    }

    void take() {
        inFlight++;
        // Before the probe's answer there is one slot, so that whoever takes it is the probe.
        probing = !proven;
    }

    void answered() {
        inFlight--;
        if (proven) {
            allowance = 2 * Math.min(allowance, MOST / 2);
        } else if (probing) {
            proven = true;
            probing = false;
        }
    }

    /** Back to one probe, once those sent before are back; their answers are no longer the probe's. */
    void throttled() {
        inFlight--;
        allowance = 1;
        proven = false;
        probing = false;
    }

    /** So many slots come back without an answer. */
    void returned(int slots) {
        inFlight -= slots;
        probing = false;
    }
}
