// SPDX-License-Identifier: Apache-2.0
package io.github.resilienthttp.benchmarks.run;

import io.github.resilienthttp.storm.StormResult;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/**
 * What one policy came to in one storm with one seed.
 *
 * @param scenario the storm
 * @param policy the policy
 * @param way simulated or measured
 * @param seed of the calls
 * @param calls how many arrived
 * @param requests how many the server received in the seconds of the storm and of its calms
 * @param amplificationDuring requests per call in the storm
 * @param amplificationAfter the same in the 30 s after it
 * @param goodputDuring the share of the storm's calls that ended well
 * @param goodputAfter the share of those of the 30 s after it
 * @param recoverySeconds until calls ended well again; null: never
 * @param endedWell the share of all calls
 * @param refused how many calls the policy ended itself
 * @param wasted the share of the server's work that nobody waited for
 */
record StormRow(
        String scenario,
        String policy,
        String way,
        long seed,
        int calls,
        int requests,
        double amplificationDuring,
        double amplificationAfter,
        double goodputDuring,
        double goodputAfter,
        @Nullable Long recoverySeconds,
        double endedWell,
        int refused,
        double wasted) {
    static final String SIMULATED = "simulated";
    static final String MEASURED = "measured";

    static StormRow of(String scenario, String way, StormResult result) {
        return new StormRow(
                scenario,
                result.contender(),
                way,
                result.seed(),
                result.calls(),
                result.requests(),
                result.amplificationDuring(),
                result.amplificationAfter(),
                result.goodputDuring(),
                result.goodputAfter(),
                result.recovery().map(Duration::toSeconds).orElse(null),
                result.endedWell() / (double) result.calls(),
                result.refused(),
                result.wasted());
    }
}
