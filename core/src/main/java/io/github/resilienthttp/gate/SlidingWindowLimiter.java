// SPDX-License-Identifier: Apache-2.0
package io.github.resilienthttp.gate;

import org.jspecify.annotations.Nullable;

/**
 * An exact sliding window with the full burst: no half-open window of its length ever holds more grants than permits.
 * Grants are kept as their times, those of callers that still wait included, so memory is bounded by the permits and the
 * callers that wait; it is taken as grants come, not before.
 *
 * <p>A {@link BriefLock} guards it: the state is a list, a rate limit is opt-in, and the lock is held for a few nanoseconds
 * where a caller is going to talk to a network.
 */
final class SlidingWindowLimiter implements Limiter {
    /** While more calls than these wait, a place given back among theirs stays empty: bounds the search. */
    private static final int SEARCHED = 4096;

    private final BriefLock lock = new BriefLock();
    private final GrantRing grants = new GrantRing();
    private final long length;
    private int permits;
    /** The time at which the last of the grants that were forgotten stopped to count. */
    private long floor;
    /** Whether a place among waiting calls may have become free. */
    private boolean gaps;

    SlidingWindowLimiter(int permits, long length) {
        this.permits = permits;
        this.length = length;
    }

    @Override
    public long reserve(long now, long latest) {
        lock.lock();
        try {
            return take(now, latest);
        } finally {
            lock.unlock();
        }
    }

    /** Takes several permits at once, or none (null): the times from which each may be used, ascending. */
    long @Nullable [] reserve(int count, long now, long latest) {
        lock.lock();
        try {
            if (latest < now || count > permits * (1 + (latest - now) / (double) length)) {
                return null; // Not even an unused window has so many: nothing is tried, and nothing allocated.
            }
            long[] taken = new long[count];
            for (int i = 0; i < count; i++) {
                taken[i] = take(now, latest);
                if (taken[i] == REFUSED) {
                    for (int j = 0; j < i; j++) {
                        giveBack(taken[j]);
                    }
                    return null;
                }
            }
            return taken;
        } finally {
            lock.unlock();
        }
    }

    /** A place given back among calls that wait goes to a later caller where every window allows it, else stays empty. */
    @Override
    public void refund(long grant) {
        lock.lock();
        try {
            giveBack(grant);
        } finally {
            lock.unlock();
        }
    }

    /**
     * Looks at what was granted until now only: who waits for a later time is asked to confirm that as well, and makes way.
     */
    @Override
    public long confirm(long grant, long now) {
        lock.lock();
        try {
            giveBack(grant);
            int past = grants.firstAfter(now);
            long room = past < permits ? floor : end(grants.get(past - permits));
            long at = Math.max(now, room);
            grants.add(at);
            return at;
        } finally {
            lock.unlock();
        }
    }

    /** A permit counts from a later time than it was granted for. */
    void move(long grant, long later) {
        if (later <= grant) {
            return; // The usual case: no lock.
        }
        lock.lock();
        try {
            giveBack(grant);
            grants.add(later);
        } finally {
            lock.unlock();
        }
    }

    @Override
    public long earliest(long now) {
        lock.lock();
        try {
            return place(now);
        } finally {
            lock.unlock();
        }
    }

    @Override
    public boolean idle(long now) {
        lock.lock();
        try {
            return floor <= now && counted(now) == 0;
        } finally {
            lock.unlock();
        }
    }

    /** How many grants may still be made at once; below 0 where calls wait. */
    int available(long now) {
        lock.lock();
        try {
            return permits - counted(now);
        } finally {
            lock.unlock();
        }
    }

    /** How many grants lie in the future: their callers wait. */
    int waiting(long now) {
        lock.lock();
        try {
            return grants.size() - grants.firstAfter(now);
        } finally {
            lock.unlock();
        }
    }

    /** Takes all that is left at once and returns how many that were. */
    int drain(long now) {
        lock.lock();
        try {
            int drained = 0;
            while (take(now, now) != REFUSED) {
                drained++;
            }
            return drained;
        } finally {
            lock.unlock();
        }
    }

    /** Holds for every grant from now on; those made keep their times. */
    void permits(int changed) {
        lock.lock();
        try {
            permits = changed;
            gaps = true; // With more permits there is room among the calls that wait.
        } finally {
            lock.unlock();
        }
    }

    int slots() {
        lock.lock();
        try {
            return grants.capacity();
        } finally {
            lock.unlock();
        }
    }

    private long take(long now, long latest) {
        forgetExpired(now);
        long at = place(now);
        if (at > latest) {
            return REFUSED;
        }
        grants.add(at);
        return at;
    }

    private void giveBack(long grant) {
        int index = grants.firstAfter(grant) - 1;
        if (index >= 0 && grants.get(index) == grant) {
            grants.remove(index);
            gaps = true;
        }
    }

    /** Two for each grant that comes: the list shrinks to what counts, and no call pays for many. */
    private void forgetExpired(long now) {
        for (int i = 0; i < 2 && grants.size() > 0; i++) {
            long end = end(grants.get(0));
            if (end > now) {
                return;
            }
            floor = end;
            grants.remove(0);
        }
    }

    private int counted(long now) {
        return grants.size() - grants.firstAfter(now - length);
    }

    private long place(long now) {
        int size = grants.size();
        long last = size == 0 ? 0 : grants.get(size - 1);
        long room = size < permits ? floor : end(grants.get(size - permits));
        long atEnd = Math.max(now, Math.max(last, room));
        // Also without gaps: another thread may have read the ticker later than this one and come in first.
        if (last <= now || (!gaps && room > now) || (size > SEARCHED && grants.get(size - 1 - SEARCHED) > now)) {
            return atEnd;
        }
        long found = gap(now, atEnd);
        gaps &= found < atEnd;
        return found;
    }

    /**
     * The earliest place between now and the last grant, or {@code atEnd}. A place before the grant at {@code index} is
     * free if no full window spans it, and if neither the window that ends there nor the one that begins there is full.
     */
    private long gap(long now, long atEnd) {
        int size = grants.size();
        int index = grants.firstAfter(now);
        int start = Math.max(0, index - permits + 1);
        int full = -1;
        for (; index < size; index++) {
            for (; start < index && start <= size - permits; start++) {
                if (grants.get(start + permits - 1) < end(grants.get(start))) {
                    full = start;
                }
            }
            if (full >= 0 && full > index - permits) {
                continue;
            }
            long before = index == 0 ? 0 : grants.get(index - 1);
            long room = index < permits ? floor : end(grants.get(index - permits));
            long at = Math.max(now, Math.max(before, room));
            boolean follows = index > size - permits || end(at) <= grants.get(index + permits - 1);
            if (at < atEnd && at <= grants.get(index) && follows) {
                return at;
            }
        }
        return atEnd;
    }

    private long end(long grant) {
        long end = grant + length;
        return end < 0 ? Long.MAX_VALUE : end;
    }
}
