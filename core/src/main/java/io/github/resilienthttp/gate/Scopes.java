// SPDX-License-Identifier: Apache-2.0
package io.github.resilienthttp.gate;

import io.github.resilienthttp.stability.Experimental;
import io.github.resilienthttp.stability.Internal;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import java.util.concurrent.locks.ReentrantLock;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The scopes of one client: bounded, the idle ones forgotten first. One that is closed, open, waited for, inside a live rate
 * window or short of budget is never forgotten; where all are, what comes more shares one scope of the rest. Thread-safe.
 */
@Experimental
public final class Scopes {
    private static final Logger LOG = LoggerFactory.getLogger(Scopes.class);
    /** After a search that found nobody idle: newcomers must not each pay for another. */
    private static final long SEARCH_PAUSE_NANOS = 100_000_000;

    private final String client;
    private final int capacity;
    private final ConcurrentMap<ScopeKey, Scope> scopes = new ConcurrentHashMap<>();
    private final ReentrantLock growing = new ReentrantLock();
    private volatile GatesFactory factory;
    private final RecentScopes recent = new RecentScopes();
    private @Nullable Scope rest;
    private long nextSearch;

    Scopes(String client, int capacity, GatesFactory factory) {
        this.client = client;
        this.capacity = capacity;
        this.factory = factory;
    }

    /**
     * The scope of a key, kept until {@link Scope#unpin}.
     *
     * @param extra what else tells scopes apart, or null
     * @param now the ticker's time
     * @param host the host, in lower case where it is compared
     * @param port the port, never below 1; 0 where there is no origin
     * @param scheme the scheme
     * @return the scope, pinned
     */
    @Internal
    public Scope acquire(String scheme, String host, int port, @Nullable String extra, long now) {
        Scope known = recent.find(scheme, host, port, extra);
        if (known != null && known.tryPin(now)) {
            return known;
        }
        ScopeKey key = new ScopeKey(scheme, host, port, extra);
        for (; ; ) {
            Scope scope = scopes.get(key);
            if (scope == null) {
                scope = add(key, now);
            }
            if (scope.tryPin(now)) {
                recent.keep(scope, host, extra);
                return scope;
            }
            // It is being forgotten, which takes a moment.
            Thread.onSpinWait();
        }
    }

    private Scope add(ScopeKey key, long now) {
        growing.lock();
        try {
            Scope there = scopes.get(key);
            if (there != null) {
                return there;
            }
            if (scopes.size() >= capacity) {
                forgetIdle(now);
            }
            if (scopes.size() >= capacity) {
                return rest();
            }
            String label = key.label();
            Scope scope = new Scope(key, label, factory.create(label, null));
            scopes.put(key, scope);
            return scope;
        } finally {
            growing.unlock();
        }
    }

    /** A sixteenth at a time, the longest unused first, so that a scan is not paid for by each newcomer. */
    private void forgetIdle(long now) {
        if (now < nextSearch) {
            return;
        }
        List<Scope> idle = new ArrayList<>();
        for (Scope scope : scopes.values()) {
            if (scope.idle(now)) {
                idle.add(scope);
            }
        }
        if (idle.isEmpty()) {
            nextSearch = now + SEARCH_PAUSE_NANOS;
            return;
        }
        idle.sort(Comparator.comparingLong(Scope::lastUsed));
        int enough = Math.max(1, capacity / 16);
        for (Scope scope : idle.subList(0, Math.min(enough, idle.size()))) {
            if (scope.retire(now)) {
                scopes.remove(scope.key(), scope);
                factory.forget(scope.label(), scope.gates());
            }
        }
    }

    private Scope rest() {
        Scope there = rest;
        if (there == null) {
            LOG.warn(
                    "client={}: all {} scopes are in use; more origins share one scope named {}",
                    client,
                    capacity,
                    ScopeKey.REST);
            // No key of a caller's is like this one.
            ScopeKey key = new ScopeKey(ScopeKey.REST, "", 0, null);
            there = new Scope(key, ScopeKey.REST, factory.create(ScopeKey.REST, null));
            rest = there;
        }
        return there;
    }

    /**
     * The policy has changed: scopes keep the state whose settings are the same.
     *
     * @throws IllegalArgumentException where that is impossible for one of them; nothing has changed then
     */
    void reconfigure(GatesFactory changed) {
        growing.lock();
        try {
            check(changed);
            factory = changed;
            all().forEach(scope -> scope.reconfigure(changed));
        } finally {
            growing.unlock();
        }
    }

    /**
     * Looks whether {@link #reconfigure} would be refused; changes nothing.
     *
     * @throws IllegalArgumentException as that would
     */
    void check(GatesFactory changed) {
        all().forEach(scope -> changed.check(scope.label()));
    }

    /** {@return all of them, as they are; for operators and gauges} */
    public Collection<Scope> all() {
        List<Scope> all = new ArrayList<>(scopes.values());
        growing.lock();
        try {
            if (rest != null) {
                all.add(rest);
            }
        } finally {
            growing.unlock();
        }
        return all;
    }
}
