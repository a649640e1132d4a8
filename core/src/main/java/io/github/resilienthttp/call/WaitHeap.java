// SPDX-License-Identifier: Apache-2.0
package io.github.resilienthttp.call;

import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/** Entries by their times; each knows its place, so that any of them can be taken out. Guarded by its owner's lock. */
final class WaitHeap {
    /** One thing to be done at a time. */
    abstract static class Entry {
        private static final int OUT = -1;

        private final long at;
        private int place = OUT;

        Entry(long at) {
            this.at = at;
        }

        final long at() {
            return at;
        }
    }

    private @Nullable Entry[] entries = new Entry[16];
    private int size;

    int size() {
        return size;
    }

    /** The one whose time comes first, or null. */
    @Nullable
    Entry first() {
        return entries[0];
    }

    void add(Entry entry) {
        if (size == entries.length) {
            entries = Arrays.copyOf(entries, 2 * size);
        }
        size++;
        rise(entry, size - 1);
    }

    /** Takes it out; false where it is not in here. */
    boolean remove(Entry entry) {
        int gap = entry.place;
        if (gap == Entry.OUT) {
            return false;
        }
        entry.place = Entry.OUT;
        size--;
        Entry last = at(size);
        entries[size] = null;
        if (last != entry) {
            sink(last, gap);
            if (last.place == gap) {
                rise(last, gap);
            }
        }
        return true;
    }

    private Entry at(int place) {
        Entry entry = entries[place];
        if (entry == null) {
            throw new IllegalStateException("no entry at " + place + " of " + size);
        }
        return entry;
    }

    private void rise(Entry entry, int from) {
        int place = from;
        while (place > 0 && at((place - 1) / 2).at - entry.at > 0) {
            put(at((place - 1) / 2), place);
            place = (place - 1) / 2;
        }
        put(entry, place);
    }

    private void sink(Entry entry, int from) {
        int place = from;
        while (2 * place + 1 < size) {
            int child = 2 * place + 1;
            if (child + 1 < size && at(child).at - at(child + 1).at > 0) {
                child++;
            }
            if (entry.at - at(child).at <= 0) {
                break;
            }
            put(at(child), place);
            place = child;
        }
        put(entry, place);
    }

    private void put(Entry entry, int place) {
        entries[place] = entry;
        entry.place = place;
    }
}
