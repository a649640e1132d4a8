// SPDX-License-Identifier: Apache-2.0
package io.github.resilienthttp.call;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class WaitHeapTest {
    private final WaitHeap heap = new WaitHeap();

    private static final class Mark extends WaitHeap.Entry {
        Mark(long at) {
            super(at);
        }
    }

    private Mark add(long at) {
        Mark mark = new Mark(at);
        heap.add(mark);
        return mark;
    }

    private List<Long> takeAll() {
        List<Long> times = new ArrayList<>();
        for (WaitHeap.Entry first = heap.first(); first != null && times.size() < 1000; first = heap.first()) {
            times.add(first.at());
            assertThat(heap.remove(first)).isTrue();
        }
        return times;
    }

    @Test
    void whatComesFirstIsTakenFirst() {
        for (long at : new long[] {5, 3, 8, 1, 9, 2, 7}) {
            add(at);
        }
        assertThat(takeAll()).containsExactly(1L, 2L, 3L, 5L, 7L, 8L, 9L);
        assertThat(heap.size()).isZero();
    }

    /** The last entry takes the place of the one that goes, and may belong above it: it comes from another branch. */
    @Test
    void whatIsTakenOutOfTheMiddleLeavesTheOthersInTheirOrder() {
        add(1);
        add(10);
        add(2);
        Mark under = add(11);
        add(12);
        add(3);
        add(4);
        assertThat(heap.remove(under)).isTrue();
        assertThat(heap.remove(under)).as("twice").isFalse();
        assertThat(takeAll()).containsExactly(1L, 2L, 3L, 4L, 10L, 12L);
    }

    /** The same plays as in the properties, but the same in every run. */
    @ParameterizedTest
    @ValueSource(ints = {1, 2, 3, 7, 15, 16, 17, 40, 60})
    void whatIsNotTakenOutComesInTheOrderOfItsTime(int size) {
        WaitHeapProperties properties = new WaitHeapProperties();
        for (int seed = 0; seed < 20; seed++) {
            Random random = new Random(seed);
            List<Long> times = random.longs(size, -50, 51).boxed().toList();
            List<Integer> takenOut = random.ints(size / 2, 0, 60).boxed().toList();
            properties.whatIsNotTakenOutComesInTheOrderOfItsTime(times, takenOut);
        }
    }
}
