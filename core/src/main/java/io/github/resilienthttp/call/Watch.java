// SPDX-License-Identifier: Apache-2.0
package io.github.resilienthttp.call;

import io.github.resilienthttp.stability.Internal;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import org.jspecify.annotations.Nullable;

/**
 * An action that a {@link Watchdog} runs at its time, unless it is called off before. Of the run and the calling off just one
 * takes place. Thread-safe, armed once.
 */
@Internal
public abstract class Watch implements Watchdog.Guard {
    private static final VarHandle DONE;

    static {
        try {
            DONE = MethodHandles.lookup().findVarHandle(Watch.class, "done", boolean.class);
        } catch (ReflectiveOperationException impossible) {
            throw new ExceptionInInitializerError(impossible);
        }
    }

    private final long at;

    private volatile boolean done;

    /** Where the watchdog has it; written before it can be seen there, or null where it has no place. */
    @Nullable
    WatchPlaces places;

    int place;

    /**
     * Not armed yet.
     *
     * @param at the ticker time to act at
     */
    protected Watch(long at) {
        this.at = at;
    }

    /** What to do, on the watchdog's thread. Must not block; what it throws is ignored. */
    protected abstract void run();

    /** {@return the ticker time to act at} */
    public final long at() {
        return at;
    }

    final boolean isDone() {
        return done;
    }

    @Override
    public boolean disarm() {
        return end();
    }

    private boolean end() {
        if (!DONE.compareAndSet(this, false, true)) {
            return false;
        }
        WatchPlaces held = places;
        if (held != null) {
            held.leave(place);
        }
        return true;
    }

    final void fire() {
        if (end()) {
            try {
                run();
            } catch (Throwable e) {
                // An action that fails has nobody to tell; the guards behind it matter more.
            }
        }
    }
}
