// SPDX-License-Identifier: Apache-2.0
package io.github.resilienthttp.gate;

import io.github.resilienthttp.policy.Policy;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Supplier;

/**
 * The cool-down of one scope in one process: open; closed until a time; or reopening, at a pace that doubles with each
 * answer. Slots belong to an epoch: closing again, or being open again, voids those still out.
 */
final class ScopeCooldown implements Cooldown {
    private enum Phase {
        OPEN,
        CLOSED,
        REOPENING
    }

    private final CooldownLimits limits;
    private final ReentrantLock lock;
    private final ReopeningPace pace = new ReopeningPace();
    private WaitingLine line;
    private List<Waiter> wakes = new ArrayList<>();
    private volatile long until;
    private int epoch;
    private volatile Phase phase = Phase.OPEN;

    /** @throws IllegalArgumentException where a setting is out of range */
    ScopeCooldown(Policy.Cooldown settings) {
        this(settings, new ReentrantLock());
    }

    /** @param lock guards everything but the phase while it is OPEN; nobody is woken under it */
    ScopeCooldown(Policy.Cooldown settings, ReentrantLock lock) {
        limits = CooldownLimits.of(settings);
        line = new WaitingLine(limits.maxWaiting());
        this.lock = lock;
    }

    @Override
    public boolean open() {
        return phase == Phase.OPEN;
    }

    @Override
    public Entry enter(Waiter waiter, long now, long latest) {
        return open() ? Entry.UNPACED : locked(() -> ask(waiter, now, latest));
    }

    @Override
    public long turnedAwayUntil(long now, long latest) {
        // Its end is written before it is closed, and only ever extended while it is.
        if (phase != Phase.CLOSED) {
            return 0;
        }
        long reopens = until;
        return now < reopens && reopens > Math.min(limits.longestWait(now), latest) ? reopens : 0;
    }

    private Entry ask(Waiter waiter, long now, long latest) {
        if (open()) {
            return Entry.UNPACED;
        }
        WaitingPlace place = line.asking(waiter, limits.longestWait(now), latest);
        if (phase == Phase.CLOSED && now < until) {
            return until <= place.bound() ? stay(place, until, until) : refuse(place, until);
        }
        if (phase == Phase.CLOSED) {
            beginReopening();
        }
        if (line.calledUp(place) || takeFreeSlot()) {
            line.forget(waiter);
            moveOn();
            return open() ? Entry.UNPACED : Entry.go(epoch);
        }
        return now < place.bound() ? stay(place, place.bound(), now) : refuse(place, now);
    }

    /** A slot that is free is one that nobody waits for: {@link #moveOn} has seen to that. */
    private boolean takeFreeSlot() {
        boolean free = pace.free();
        if (free) {
            pace.take();
        }
        return free;
    }

    private Entry stay(WaitingPlace place, long askAgain, long openAt) {
        if (!line.join(place)) {
            return refuse(place, openAt);
        }
        place.tell(askAgain);
        return Entry.waitUntil(askAgain);
    }

    private Entry refuse(WaitingPlace place, long openAt) {
        line.forget(place.waiter());
        return Entry.refused(openAt);
    }

    @Override
    public void leave(Waiter waiter, long now) {
        changed(() -> {
            if (line.forget(waiter)) {
                pace.returned(1);
            }
            moveOn();
        });
    }

    @Override
    public void answered(int epoch, boolean throttled, long now) {
        settled(epoch, () -> {
            if (throttled) {
                pace.throttled();
                pace.returned(line.recall(wakes));
            } else {
                pace.answered();
            }
        });
    }

    @Override
    public void lost(int epoch, long now) {
        settled(epoch, () -> pace.returned(1));
    }

    private void settled(int epoch, Runnable outcome) {
        changed(() -> {
            if (epoch == this.epoch) {
                outcome.run();
                moveOn();
            }
        });
    }

    @Override
    public void close(long until, long now) {
        long bounded = Math.min(until, limits.longestHold(now));
        if (bounded > now) {
            locked(() -> closeUntil(bounded));
        }
    }

    private boolean closeUntil(long bounded) {
        boolean closed = phase == Phase.CLOSED;
        if (closed && bounded <= until) {
            return false;
        }
        until = bounded;
        if (!closed) {
            nextEpoch();
            line.recall(wakes);
            phase = Phase.CLOSED;
        }
        line.wakeUnlessInTime(until, wakes);
        return true;
    }

    @Override
    public void reopen(long now) {
        changed(() -> {
            if (phase == Phase.CLOSED) {
                beginReopening();
            }
        });
    }

    private void beginReopening() {
        phase = Phase.REOPENING;
        pace.restart();
        moveOn();
    }

    /**
     * Gives free slots to those who wait. Where nobody does and there is still one, the reopening is over; but not
     * before those called up have gone, lest they lose their turn and the time they waited to a closure in between.
     */
    private void moveOn() {
        if (phase != Phase.REOPENING) {
            return;
        }
        while (line.size() > 0 && pace.free()) {
            pace.take();
            line.callNext(wakes);
        }
        if (pace.over() && line.deserted()) {
            nextEpoch();
            // A new one, since the tables of a long line would never shrink.
            line = new WaitingLine(limits.maxWaiting());
            phase = Phase.OPEN;
        }
    }

    private void nextEpoch() {
        epoch = epoch == Integer.MAX_VALUE ? 1 : epoch + 1;
    }

    @Override
    public long closedUntil(long now) {
        return open() ? 0 : locked(() -> phase == Phase.CLOSED && now < until ? until : 0L);
    }

    @Override
    public boolean idle(long now) {
        return open()
                || locked(() -> switch (phase) {
                    case OPEN -> true;
                    case CLOSED -> now >= until && line.deserted();
                    case REOPENING -> pace.quiet() && line.deserted();
                });
    }

    @Override
    public int waiting() {
        return open() ? 0 : locked(() -> line.size());
    }

    /** Where it is open, there is nothing that could change. */
    private void changed(Runnable change) {
        if (!open()) {
            locked(() -> {
                change.run();
                return true;
            });
        }
    }

    private <T> T locked(Supplier<T> step) {
        List<Waiter> woken = List.of();
        T result;
        lock.lock();
        try {
            result = step.get();
            if (!wakes.isEmpty()) {
                woken = wakes;
                wakes = new ArrayList<>();
            }
        } finally {
            lock.unlock();
        }
        woken.forEach(Waiter::wake);
        return result;
    }
}
