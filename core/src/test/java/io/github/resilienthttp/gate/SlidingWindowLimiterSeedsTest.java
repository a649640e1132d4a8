// SPDX-License-Identifier: Apache-2.0
package io.github.resilienthttp.gate;

import java.util.List;
import java.util.Random;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Some plays of the properties that are the same in every run, with times so close that many of them meet. */
class SlidingWindowLimiterSeedsTest {
    private final SlidingWindowLimiterProperties properties = new SlidingWindowLimiterProperties();

    @ParameterizedTest
    @ValueSource(ints = {1, 2, 3, 5, 8, 18})
    void grantsTheEarliestTimeThatNoWindowForbids(int permits) {
        for (int seed = 0; seed < 4; seed++) {
            properties.grantsTheEarliestTimeThatNoWindowForbids(permits, 3 + 4L * seed, 20 * seed, new Random(seed));
        }
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 2, 3, 5, 8, 18})
    void holdsTheWindowAlsoForTimesOutOfOrder(int permits) {
        for (int seed = 0; seed < 4; seed++) {
            properties.holdsTheWindowAlsoForTimesOutOfOrder(permits, 3 + 4L * seed, 20 * seed, new Random(seed));
        }
    }

    @ParameterizedTest
    @ValueSource(ints = {3, 40, 300})
    void theGrantsAreASortedListWhateverComesAndGoes(int steps) {
        GrantRingProperties ring = new GrantRingProperties();
        for (int seed = 0; seed < 20; seed++) {
            List<Integer> times = new Random(seed).ints(steps, -60, 100).boxed().toList();
            ring.behavesLikeASortedList(times);
        }
    }
}
