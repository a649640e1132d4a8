// SPDX-License-Identifier: Apache-2.0
package io.github.resilienthttp.call;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.LongRange;
import net.jqwik.api.constraints.Size;

class WaitHeapProperties {
    private static final class Mark extends WaitHeap.Entry {
        Mark(long at) {
            super(at);
        }
    }

    @Property
    void whatIsNotTakenOutComesInTheOrderOfItsTime(
            @ForAll @Size(max = 60) List<@LongRange(min = -50, max = 50) Long> times,
            @ForAll @Size(max = 60) List<@IntRange(max = 59) Integer> takenOut) {
        // Around the place where the ticker overflows.
        List<Mark> marks =
                times.stream().map(at -> new Mark(Long.MAX_VALUE + at)).toList();
        WaitHeap heap = new WaitHeap();
        marks.forEach(heap::add);
        List<Mark> expected = new ArrayList<>(marks);
        for (int place : takenOut) {
            if (place < marks.size()) {
                assertThat(heap.remove(marks.get(place))).isEqualTo(expected.remove(marks.get(place)));
            }
        }

        List<WaitHeap.Entry> got = new ArrayList<>();
        while (heap.size() > 0) {
            got.add(Objects.requireNonNull(heap.first()));
            heap.remove(got.get(got.size() - 1));
        }

        assertThat(heap.first()).isNull();
        assertThat(got).hasSameElementsAs(expected).hasSameSizeAs(expected);
        assertThat(got).isSortedAccordingTo((a, b) -> Long.signum(a.at() - b.at()));
    }
}
