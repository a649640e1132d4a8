// SPDX-License-Identifier: Apache-2.0
package io.github.resilienthttp.storm;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class StormResultTest {
    /** 5 s of calm, 5 s of storm, 30 s after it. */
    private static final Scenario SCENARIO =
            Scenarios.overload().lasting(Duration.ofSeconds(5), Duration.ofSeconds(5), Duration.ofSeconds(30));

    private final List<Second> seconds = new ArrayList<>();

    private void add(int count, int calls, int well, int requests) {
        for (int n = 0; n < count; n++) {
            seconds.add(new Second(calls, well, requests, well, 1, 2, 3, 4, 6, 0));
        }
    }

    private StormResult result() {
        return new StormResult("someone", SCENARIO, 7, seconds);
    }

    @Test
    void amplificationAndGoodputAreOfTheirTime() {
        add(5, 100, 100, 100);
        add(5, 200, 100, 300);
        add(30, 100, 90, 110);
        assertThat(result().amplificationDuring()).isEqualTo(1.5);
        assertThat(result().amplificationAfter()).isCloseTo(1.1, within(1e-9));
        assertThat(result().amplification()).isCloseTo(4800 / 4000.0, within(1e-9));
        assertThat(result().goodputDuring()).isEqualTo(0.5);
        assertThat(result().goodputAfter()).isCloseTo(0.9, within(1e-9));
        assertThat(result().calls()).isEqualTo(4500);
        assertThat(result().endedWell()).isEqualTo(3700);
        assertThat(result().wasted()).isCloseTo(0.6, within(1e-9));
        assertThat(result().refused()).isEqualTo(80);
        assertThat(result().throttled()).isEqualTo(120);
        assertThat(result().recovery()).isEmpty();
    }

    @Test
    void itHasRecoveredWhenNinetyFiveOfAHundredEndWellForFiveSeconds() {
        add(10, 100, 0, 100);
        add(4, 100, 99, 100);
        add(3, 100, 0, 100);
        add(5, 100, 95, 100);
        add(18, 100, 0, 100);
        assertThat(result().recovery()).contains(Duration.ofSeconds(7));
    }

    @Test
    void fiveSecondsThatAreALittleShortAreNotEnough() {
        add(10, 100, 0, 100);
        add(4, 100, 95, 100);
        add(1, 100, 94, 100);
        add(25, 100, 90, 100);
        assertThat(result().recovery()).isEmpty();
    }

    @Test
    void theTableHasALineForEachSecond() {
        add(40, 100, 95, 130);
        assertThat(result().toCsv().lines())
                .hasSize(41)
                .startsWith(
                        "policy,second,calls,well,requests,good,failed,refused,throttled,served,wasted,in_flight",
                        "someone,0,100,95,130,95,1,2,3,4,6,0");
        StormResult comma = new StormResult("one, \"two\"", SCENARIO, 7, seconds);
        assertThat(comma.toCsv()).contains("\n\"one, \"\"two\"\"\",39,100");
    }

    @Test
    void theChartShowsTheStorm() {
        add(20, 10, 10, 10);
        add(20, 10, 0, 80);
        List<String> chart = result().chart().lines().toList();
        assertThat(chart).hasSize(4);
        assertThat(chart.get(0)).isEqualTo("calls     " + "▁".repeat(40));
        assertThat(chart.get(1)).isEqualTo("requests  " + "▁".repeat(20) + "█".repeat(20));
        assertThat(chart.get(2)).isEqualTo("good      " + "▁".repeat(20) + " ".repeat(20));
        assertThat(chart.get(3))
                .isEqualTo(" ".repeat(15) + "^^^^^ the storm; a column is 1 s, the highest 80 a second");
    }
}
