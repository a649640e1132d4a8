// SPDX-License-Identifier: Apache-2.0
package io.github.resilienthttp.benchmarks.run;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;

/**
 * Who used the processors up to a moment.
 *
 * @param nanos the moment
 * @param own seconds of ours
 * @param all seconds of everybody, NaN where the system does not tell
 */
record ProcessorUse(long nanos, double own, double all) {
    /** Linux counts in hundredths of a second, on every architecture that there is. */
    private static final double TICKS = 100;

    private static final int IDLE = 3;
    private static final int IO_WAIT = 4;

    /** The kinds of time after these are parts of others. */
    private static final int KINDS = 8;

    static ProcessorUse now(Duration childProcess) {
        Duration here = ProcessHandle.current().info().totalCpuDuration().orElse(Duration.ZERO);
        return new ProcessorUse(System.nanoTime(), here.plus(childProcess).toNanos() / 1e9, everybody());
    }

    private static double everybody() {
        try (var lines = Files.lines(Path.of("/proc/stat"))) {
            long[] ticks = lines.findFirst().stream()
                    .flatMap(
                            line -> Arrays.stream(line.replaceFirst("cpu +", "").split(" ", -1)))
                    .limit(KINDS)
                    .mapToLong(Long::parseLong)
                    .toArray();
            return (Arrays.stream(ticks).sum() - ticks[IDLE] - ticks[IO_WAIT]) / TICKS;
        } catch (IOException | NumberFormatException | ArrayIndexOutOfBoundsException e) {
            return Double.NaN;
        }
    }

    double ownCoresSince(ProcessorUse before) {
        return (own - before.own) * 1e9 / (nanos - before.nanos);
    }

    double foreignCoresSince(ProcessorUse before) {
        return Math.max(0, (all - before.all) * 1e9 / (nanos - before.nanos) - ownCoresSince(before));
    }
}
