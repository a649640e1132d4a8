// SPDX-License-Identifier: Apache-2.0
package io.github.resilienthttp.call;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A timer without a thread: whoever turns it is its thread. For any thread. */
final class HandTimer implements Timer {
    /** No record: the same action may be planned twice for one time. */
    private static final class Entry {
        private final long at;
        private final Runnable action;

        Entry(long at, Runnable action) {
            this.at = at;
            this.action = action;
        }
    }

    private final List<Entry> entries = new ArrayList<>();

    @Override
    public Planned start(long at, Runnable action) {
        Entry entry = new Entry(at, action);
        synchronized (entries) {
            entries.add(entry);
        }
        return () -> {
            synchronized (entries) {
                entries.remove(entry);
            }
        };
    }

    @Override
    public boolean closed() {
        return false;
    }

    /** Runs all that is due. */
    void turn(long now) {
        for (Entry due = takeDue(now); due != null; due = takeDue(now)) {
            due.action.run();
        }
    }

    private @Nullable Entry takeDue(long now) {
        synchronized (entries) {
            for (Entry entry : entries) {
                if (entry.at <= now) {
                    entries.remove(entry);
                    return entry;
                }
            }
            return null;
        }
    }

    int held() {
        synchronized (entries) {
            return entries.size();
        }
    }
}
