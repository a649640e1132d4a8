// SPDX-License-Identifier: Apache-2.0
package io.github.resilienthttp.storm;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class ArrivalTest {
    @Test
    void whatIsSimulatedAreTheCallsThatAnybodyCanSee() {
        Scenario scenario = Scenarios.overload().withClients(3);
        List<Arrival> calls = Arrival.of(scenario, 4);

        List<Integer> seen = IntStream.range(0, 120)
                .mapToObj(second -> (int) calls.stream()
                        .filter(call -> call.nanos() / 1_000_000_000L == second)
                        .count())
                .toList();

        assertThat(seen)
                .isEqualTo(Storm.run(scenario, Contenders.none(), 4).seconds().stream()
                        .map(Second::calls)
                        .toList());
        assertThat(calls).extracting(Arrival::process).contains(0, 1, 2).doesNotContain(3);
        assertThat(calls).extracting(Arrival::nanos).isSorted();
    }
}
