// SPDX-License-Identifier: Apache-2.0
package io.github.resilienthttp.gate;

/**
 * Times in ascending order, in a ring that grows by doubling as they come. Adding at the end and dropping at the front
 * are O(1), finding is O(log n). Not thread-safe.
 */
final class GrantRing {
    private long[] ring = new long[16];
    private int head;
    private int size;

    int size() {
        return size;
    }

    long get(int index) {
        return ring[slot(index)];
    }

    /** The index of the first time later than this one: {@link #size} where there is none, which is found at once. */
    int firstAfter(long time) {
        if (size == 0 || get(size - 1) <= time) {
            return size;
        }
        int low = 0;
        int high = size - 1;
        while (low < high) {
            int middle = (low + high) >>> 1;
            if (get(middle) > time) {
                high = middle;
            } else {
                low = middle + 1;
            }
        }
        return low;
    }

    void add(long time) {
        if (size == ring.length) {
            grow();
        }
        int index = firstAfter(time);
        for (int i = size; i > index; i--) {
            ring[slot(i)] = ring[slot(i - 1)];
        }
        ring[slot(index)] = time;
        size++;
    }

    void remove(int index) {
        if (index < size / 2) {
            for (int i = index; i > 0; i--) {
                ring[slot(i)] = ring[slot(i - 1)];
            }
            head = slot(1);
        } else {
            for (int i = index; i < size - 1; i++) {
                ring[slot(i)] = ring[slot(i + 1)];
            }
        }
        size--;
    }

    int capacity() {
        return ring.length;
    }

    private int slot(int index) {
        return (head + index) & (ring.length - 1);
    }

    private void grow() {
        long[] larger = new long[ring.length * 2];
        int first = ring.length - head;
        System.arraycopy(ring, head, larger, 0, first);
        System.arraycopy(ring, 0, larger, first, head);
        ring = larger;
        head = 0;
    }
}
