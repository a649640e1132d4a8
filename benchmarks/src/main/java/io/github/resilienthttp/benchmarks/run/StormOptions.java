// SPDX-License-Identifier: Apache-2.0
package io.github.resilienthttp.benchmarks.run;

import io.github.resilienthttp.benchmarks.storm.StagedStorm;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;

/**
 * Which storms to run.
 *
 * @param storms one after the other
 * @param seeds all of them at a time, and of each all policies
 * @param out the directory of the results
 */
record StormOptions(List<StagedStorm> storms, List<Long> seeds, Path out) {
    private static final String USAGE =
            "usage: storm [--scenario outage,overload,...] [--seeds 1,2,3] [--out directory]; not understood: ";

    static StormOptions of(String... args) {
        List<StagedStorm> storms = StagedStorm.all();
        List<Long> seeds = List.of(1L, 2L, 3L);
        Path out = Path.of("benchmarks", "results");
        for (int i = 1; i < args.length; i += 2) {
            String value = i + 1 < args.length ? args[i + 1] : "";
            if (args[i].equals("--scenario") && !value.isEmpty()) {
                storms = words(value).map(StagedStorm::of).toList();
            } else if (args[i].equals("--seeds") && value.matches("\\d{1,9}(,\\d{1,9})*")) {
                seeds = words(value).map(Long::valueOf).toList();
            } else if (args[i].equals("--out") && !value.isEmpty()) {
                out = Path.of(value);
            } else {
                throw new IllegalArgumentException(USAGE + args[i] + " " + value);
            }
        }
        return new StormOptions(storms, seeds, out);
    }

    private static Stream<String> words(String list) {
        return Arrays.stream(list.split(",", -1));
    }
}
