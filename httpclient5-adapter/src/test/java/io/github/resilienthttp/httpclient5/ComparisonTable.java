// SPDX-License-Identifier: Apache-2.0
package io.github.resilienthttp.httpclient5;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/**
 * Prints the table of {@code docs/comparison/httpclient5.md}. Not among the tests that run by themselves: ask for it with
 * {@code -Dtest=ComparisonTable}.
 */
@Timeout(300)
class ComparisonTable {
    @Test
    void isPrinted() throws Exception {
        List<String> lines = new ArrayList<>();
        for (Side side : Side.values()) {
            // What the first requests of a JVM take longer is nobody's merit.
            assertThat(ComparisonRow.POST_503.measure(side).text()).isNotEmpty();
        }
        for (ComparisonRow row : ComparisonRow.values()) {
            Measured builtIn = row.measure(Side.BUILT_IN);
            Measured ours = row.measure(Side.OURS);
            lines.add("| " + row.situation() + " | " + builtIn.text() + " | " + ours.text() + " |");
        }
        System.out.println("| situation | built-in | with the engine |");
        System.out.println("|---|---|---|");
        lines.forEach(System.out::println);
    }
}
