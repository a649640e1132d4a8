// SPDX-License-Identifier: Apache-2.0
package io.github.resilienthttp.storm;

import io.github.resilienthttp.policy.Policy;
import java.time.Duration;
import java.util.List;
import java.util.function.ToDoubleFunction;
import java.util.stream.LongStream;

/** The same storm with the seeds from 1 on. */
record Runs(List<StormResult> all) {
    static final int SEEDS = 20;
    static final Contender OURS = Contenders.engine(Policy.builder("ours").build());

    static Runs of(Scenario scenario, Contender contender) {
        return of(scenario, contender, SEEDS);
    }

    static Runs of(Scenario scenario, Contender contender, int seeds) {
        return new Runs(LongStream.rangeClosed(1, seeds)
                .mapToObj(seed -> Storm.run(scenario, contender, seed))
                .toList());
    }

    double mean(ToDoubleFunction<StormResult> what) {
        return all.stream().mapToDouble(what).average().orElseThrow();
    }

    double highest(ToDoubleFunction<StormResult> what) {
        return all.stream().mapToDouble(what).max().orElseThrow();
    }

    /** How many had recovered so many seconds after the storm. */
    long recoveredWithin(int seconds) {
        return all.stream()
                .filter(run -> run.recovery()
                        .filter(time -> time.compareTo(Duration.ofSeconds(seconds)) <= 0)
                        .isPresent())
                .count();
    }

    long recovered() {
        return recoveredWithin(Integer.MAX_VALUE);
    }
}
