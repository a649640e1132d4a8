// SPDX-License-Identifier: Apache-2.0
package io.github.resilienthttp.event;

import io.github.resilienthttp.decision.Reason;
import io.github.resilienthttp.policy.Mode;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/**
 * Keeps the log quiet while a scope is down: the first refusal for a reason is told, those that follow are counted and told as
 * one sum, when ten seconds have passed since the last line about them or when the scope is well again. Holds no thread: a sum
 * that is due comes with the next call of the client. Bounded, thread-safe; times are the ticker's.
 */
final class RefusalBundles {
    static final long PERIOD_NANOS = TimeUnit.SECONDS.toNanos(10);

    /** Whatever the scopes of a client are, no more than so many are told apart; the others are counted together. */
    static final int MOST = 64;

    static final String OTHERS = "*";

    /**
     * Refusals that were counted.
     *
     * @param calls how many
     * @param nanos since the line before
     * @param notBefore of the last of them, or null
     */
    record Sum(
            String client,
            Mode mode,
            String scope,
            Reason reason,
            long calls,
            long nanos,
            @Nullable Instant notBefore) {}

    private record Key(Mode mode, String scope, Reason reason) {}

    private static final class Bundle {
        private final String client;
        private long lastLine;
        private long lastWell;
        private long calls;
        private @Nullable Instant notBefore;

        Bundle(String client, long now) {
            this.client = client;
            this.lastLine = now;
            this.lastWell = now - PERIOD_NANOS;
        }

        boolean quiet(long now) {
            return calls == 0 && now - lastLine >= PERIOD_NANOS;
        }
    }

    private final ReentrantLock lock = new ReentrantLock();
    private final Map<Key, Bundle> bundles = new HashMap<>();
    private long nextSweep;
    private volatile boolean pending;

    /** Whether it has anything to tell, or to forget, that a call which goes well could bring about. */
    boolean pending() {
        return pending;
    }

    /** Counts a refusal, unless it deserves a line of its own; adds sums that are due. */
    boolean tellsAlone(CallReport call, Reason reason, long now, Collection<Sum> due) {
        lock.lock();
        try {
            boolean alone = count(call, reason, now, due);
            sweep(now, due);
            return alone;
        } finally {
            lock.unlock();
        }
    }

    private boolean count(CallReport call, Reason reason, long now, Collection<Sum> due) {
        Key key = key(call, reason);
        Bundle bundle = bundles.get(key);
        if (bundle == null || bundle.quiet(now)) {
            bundles.put(key, new Bundle(call.client(), now));
            if (!pending) {
                pending = true;
                nextSweep = now + PERIOD_NANOS;
            }
            return true;
        }
        bundle.calls++;
        bundle.notBefore = call.notBefore();
        if (now - bundle.lastLine >= PERIOD_NANOS) {
            due.add(told(key, bundle, now));
        }
        return false;
    }

    private Key key(CallReport call, Reason reason) {
        Key own = new Key(call.mode(), call.scope(), reason);
        return bundles.size() < MOST || bundles.containsKey(own) ? own : new Key(call.mode(), OTHERS, reason);
    }

    /** A call of the scope went well. A scope that goes to and fro is told of once in a period, like one that is down. */
    List<Sum> well(String scope, long now) {
        List<Sum> due = new ArrayList<>();
        lock.lock();
        try {
            sweep(now, due);
            bundles.forEach((key, bundle) -> {
                boolean again = now - bundle.lastWell < PERIOD_NANOS;
                if (bundle.calls > 0 && !again && key.scope().equals(scope)) {
                    bundle.lastWell = now;
                    due.add(told(key, bundle, now));
                }
            });
            return due;
        } finally {
            lock.unlock();
        }
    }

    /** Everything that has not been told. */
    List<Sum> close(long now) {
        List<Sum> due = new ArrayList<>();
        lock.lock();
        try {
            tell(now, due, bundle -> true);
            bundles.clear();
            pending = false;
            return due;
        } finally {
            lock.unlock();
        }
    }

    /** What is due is told; what nobody has added to since its last line is forgotten: the next is a first one again. */
    private void sweep(long now, Collection<Sum> due) {
        if (!pending || now < nextSweep) {
            return;
        }
        nextSweep = now + PERIOD_NANOS / 10;
        bundles.values().removeIf(bundle -> bundle.quiet(now));
        tell(now, due, bundle -> now - bundle.lastLine >= PERIOD_NANOS);
        pending = !bundles.isEmpty();
    }

    private void tell(long now, Collection<Sum> due, Predicate<Bundle> which) {
        bundles.forEach((key, bundle) -> {
            if (bundle.calls > 0 && which.test(bundle)) {
                due.add(told(key, bundle, now));
            }
        });
    }

    private static Sum told(Key key, Bundle bundle, long now) {
        Sum sum = new Sum(
                bundle.client,
                key.mode(),
                key.scope(),
                key.reason(),
                bundle.calls,
                now - bundle.lastLine,
                bundle.notBefore);
        bundle.calls = 0;
        bundle.lastLine = now;
        return sum;
    }
}
