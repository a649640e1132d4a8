// SPDX-License-Identifier: Apache-2.0
package io.github.resilienthttp.storm;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.resilienthttp.call.Timer;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class SimulatedTimeTest {
    private final SimulatedTime time = new SimulatedTime();
    private final List<String> journal = new ArrayList<>();

    private void note(String what) {
        journal.add(what + " @" + (time.nanos() - SimulatedTime.START));
    }

    @Test
    void eventsComeInTheirOrderAndThoseOfOneMomentAsPlanned() {
        time.in(20, () -> note("c"));
        time.in(10, () -> {
            note("a");
            time.in(0, () -> note("b"));
            time.in(10, () -> note("d"));
        });
        time.runUntil(SimulatedTime.START + 15);
        assertThat(journal).containsExactly("a @10", "b @10");
        time.runUntil(SimulatedTime.START + 30);
        assertThat(journal).endsWith("c @20", "d @20").hasSize(4);
        assertThat(time.nanos()).isEqualTo(SimulatedTime.START + 30);
    }

    @Test
    void whatIsCalledOffDoesNotRunAndWhatIsLateRunsNow() {
        Timer.Planned planned = time.start(SimulatedTime.START + 5, () -> note("no"));
        planned.cancel();
        time.start(0, () -> note("late"));
        time.runUntil(SimulatedTime.START + 9);
        assertThat(journal).containsExactly("late @0");
    }

    @Test
    void bothClocksMoveTogetherAndNothingBlocks() {
        assertThat(Duration.between(time.zero(), time.now()).toNanos()).isEqualTo(time.nanos());
        assertThatThrownBy(() -> time.park(5)).isInstanceOf(IllegalStateException.class);
    }
}
