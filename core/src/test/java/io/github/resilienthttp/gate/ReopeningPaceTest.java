// SPDX-License-Identifier: Apache-2.0
package io.github.resilienthttp.gate;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class ReopeningPaceTest {
    @Test
    void aReopeningThatNeverEndsDoesNotOverflow() {
        ReopeningPace pace = new ReopeningPace();
        for (int answers = 0; answers < 100; answers++) {
            assertThat(pace.free()).as("after %d answers", answers).isTrue();
            pace.take();
            pace.answered();
        }
        assertThat(pace.over()).isTrue();
    }
}
