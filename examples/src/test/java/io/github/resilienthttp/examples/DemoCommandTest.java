// SPDX-License-Identifier: Apache-2.0
package io.github.resilienthttp.examples;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.resilienthttp.examples.Program.Ended;
import org.junit.jupiter.api.Test;

class DemoCommandTest {
    @Test
    void itTellsOfAllFourAndStopsByItself() {
        Ended ended = Program.run("demo", "--seconds", "4");
        assertThat(ended.status()).isZero();
        assertThat(ended.err()).isEmpty();
        assertThat(ended.out()).contains("buttercms", "helpdesk", "variations", "localize", "In all, after 4 s");
        assertThat(ended.out()
                        .lines()
                        .filter(line -> line.contains("buttercms"))
                        .count())
                .isBetween(2L, 3L);
    }
}
