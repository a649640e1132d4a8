// SPDX-License-Identifier: Apache-2.0
package io.github.resilienthttp.call;

import io.github.resilienthttp.testkit.FakeTime;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/** A timer on fake time: what is planned runs when a test lets time pass. */
final class ManualTimer implements Timer {
    private final FakeTime time;
    private final List<Runnable> waiting = new ArrayList<>();
    private boolean closed;

    ManualTimer(FakeTime time) {
        this.time = time;
    }

    @Override
    public Planned start(long at, Runnable action) {
        if (closed) {
            action.run();
            return () -> {};
        }
        // A lambda of its own: the same action may be planned twice.
        Runnable entry = new Runnable() {
            @Override
            public void run() {
                action.run();
            }
        };
        waiting.add(entry);
        time.in(Duration.ofNanos(Math.max(0, at - time.nanos())), () -> {
            if (waiting.remove(entry)) {
                entry.run();
            }
        });
        return () -> waiting.remove(entry);
    }

    @Override
    public boolean closed() {
        return closed;
    }

    void close() {
        closed = true;
        List<Runnable> ending = List.copyOf(waiting);
        waiting.clear();
        ending.forEach(Runnable::run);
    }

    int held() {
        return waiting.size();
    }
}
