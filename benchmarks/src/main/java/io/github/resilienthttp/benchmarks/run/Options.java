// SPDX-License-Identifier: Apache-2.0
package io.github.resilienthttp.benchmarks.run;

import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;

/**
 * What to run.
 *
 * @param quick whether only to look that all of it runs
 * @param suites the suites, in order
 * @param scale whether to measure many scopes as well
 * @param out the directory of the results
 * @param effort how long to measure
 */
record Options(boolean quick, List<Suite> suites, boolean scale, Path out, Effort effort) {
    private static final String USAGE =
            "usage: run [--quick | --minutes number] [--suite success,failure,transport,wire,scale] [--out directory];"
                    + " not understood: ";

    private static final List<String> SUITES = List.of("SUCCESS", "FAILURE", "TRANSPORT", "WIRE", "SCALE");

    static Options of(String... args) {
        boolean quick = false;
        int minutes = 0;
        List<String> names = SUITES;
        Path out = Path.of("benchmarks", "results");
        if (args.length == 0 || !args[0].equals("run")) {
            throw new IllegalArgumentException(USAGE + Arrays.toString(args));
        }
        for (int i = 1; i < args.length; i++) {
            if (args[i].equals("--quick")) {
                quick = true;
            } else if (args[i].equals("--minutes") && i + 1 < args.length && args[i + 1].matches("[1-9]\\d{0,3}")) {
                minutes = Integer.parseInt(args[++i]);
            } else if (args[i].equals("--suite") && i + 1 < args.length) {
                names = List.of(args[++i].toUpperCase(Locale.ROOT).split(",", -1));
            } else if (args[i].equals("--out") && i + 1 < args.length) {
                out = Path.of(args[++i]);
            } else {
                throw new IllegalArgumentException(USAGE + args[i]);
            }
        }
        if (!SUITES.containsAll(names)) {
            throw new IllegalArgumentException(USAGE + "--suite " + String.join(",", names));
        }
        if (quick && minutes > 0) {
            throw new IllegalArgumentException(USAGE + "--quick and --minutes together");
        }
        List<Suite> suites = names.stream()
                .filter(name -> !name.equals("SCALE"))
                .map(Suite::valueOf)
                .toList();
        boolean scale = names.contains("SCALE");
        return new Options(quick, suites, scale, out, effort(quick, minutes, suites, scale));
    }

    private static Effort effort(boolean quick, int minutes, List<Suite> suites, boolean scale) {
        if (quick) {
            return Effort.QUICK;
        }
        return minutes == 0 ? Effort.FULL : Effort.within(minutes, suites, scale);
    }
}
