// SPDX-License-Identifier: Apache-2.0
package io.github.resilienthttp.call;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class WatchPlacesTest {
    private final WatchPlaces places = new WatchPlaces();
    private final List<Watch> ran = new ArrayList<>();

    private final class Mark extends Watch {
        Mark(long at) {
            super(at);
        }

        @Override
        protected void run() {
            ran.add(this);
        }
    }

    private Mark taken(long at) {
        Mark watch = new Mark(at);
        assertThat(places.take(watch)).isTrue();
        return watch;
    }

    @Test
    void whatIsDueIsBroughtAndTheNextTimeIsTold() {
        Mark due = taken(100);
        taken(300);
        Mark later = taken(200);
        List<Watch> brought = new ArrayList<>();
        assertThat(places.collect(99, brought)).isEqualTo(100);
        assertThat(brought).isEmpty();
        assertThat(places.collect(100, brought)).isEqualTo(200);
        assertThat(brought).containsExactly(due);
        assertThat(later.disarm()).isTrue();
        assertThat(places.collect(50, new ArrayList<>())).isEqualTo(100);
    }

    @Test
    void whereNothingStandsThereIsNoNextTime() {
        assertThat(places.collect(0, new ArrayList<>())).isEqualTo(Long.MAX_VALUE);
        assertThat(places.taken()).isZero();
    }

    @Test
    void whatIsOverLeavesItsPlace() {
        Mark first = taken(1);
        Mark second = taken(2);
        assertThat(places.taken()).isEqualTo(2);
        assertThat(first.isDone()).isFalse();
        assertThat(first.disarm()).isTrue();
        assertThat(first.disarm()).isFalse();
        assertThat(first.isDone()).isTrue();
        first.fire();
        second.fire();
        second.fire();
        assertThat(second.disarm()).isFalse();
        assertThat(ran).containsExactly(second);
        assertThat(places.taken()).isZero();
    }

    /** A thread tries few places: then a queue is as good. */
    @Test
    void whoFindsNoPlaceNearItsOwnHasNone() {
        List<Watch> fit = new ArrayList<>();
        Mark more = new Mark(1);
        while (places.take(more)) {
            fit.add(more);
            more = new Mark(1);
        }
        assertThat(fit).hasSizeBetween(2, 255);
        assertThat(places.taken()).isEqualTo(fit.size());
        assertThat(more.disarm()).as("nothing to leave").isTrue();
        assertThat(places.taken()).isEqualTo(fit.size());
        fit.get(1).disarm();
        taken(1);
    }

    @Test
    void whatIsClearedHoldsNothing() {
        taken(1);
        taken(2);
        places.clear();
        assertThat(places.taken()).isZero();
    }
}
