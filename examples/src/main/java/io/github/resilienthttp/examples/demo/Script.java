// SPDX-License-Identifier: Apache-2.0
package io.github.resilienthttp.examples.demo;

import io.github.resilienthttp.examples.upstreams.Upstream;
import java.util.List;
import java.util.concurrent.locks.ReentrantLock;
import org.jspecify.annotations.Nullable;

/** The episodes of one upstream, again and again, unless a person has taken over. Thread-safe. */
final class Script {
    private final int cycleSeconds;
    private final List<Episode> episodes;
    private final ReentrantLock lock = new ReentrantLock();
    private int next;
    private int cycle;
    private Episode current;
    private @Nullable Fault held;

    /** Episodes in order of time, all inside the cycle, the first at 0. */
    Script(int cycleSeconds, List<Episode> episodes) {
        this.cycleSeconds = cycleSeconds;
        this.episodes = List.copyOf(episodes);
        this.current = episodes.get(0);
    }

    /** Begins what is due; time passes as well while a person has taken over. */
    void advance(long elapsedMillis) {
        lock.lock();
        try {
            while (elapsedMillis >= dueMillis()) {
                current = episodes.get(next);
                if (held == null) {
                    current.begin().run();
                }
                next++;
                if (next == episodes.size()) {
                    next = 0;
                    cycle++;
                }
            }
        } finally {
            lock.unlock();
        }
    }

    private long dueMillis() {
        return 1_000L * ((long) cycle * cycleSeconds + episodes.get(next).atSecond());
    }

    /** A person takes over: this fault, until told otherwise. */
    void hold(Fault fault, Upstream upstream) {
        lock.lock();
        try {
            held = fault;
            fault.befall(upstream);
        } finally {
            lock.unlock();
        }
    }

    /** Back to the episode that is on. */
    void resume() {
        lock.lock();
        try {
            held = null;
            current.begin().run();
        } finally {
            lock.unlock();
        }
    }

    String what() {
        lock.lock();
        try {
            return held == null ? current.what() : held.what();
        } finally {
            lock.unlock();
        }
    }

    /** The fault a person has chosen, or null. */
    @Nullable
    Fault held() {
        lock.lock();
        try {
            return held;
        } finally {
            lock.unlock();
        }
    }
}
