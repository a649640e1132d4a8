// SPDX-License-Identifier: Apache-2.0
package io.github.resilienthttp.benchmarks.run;

import java.util.OptionalDouble;
import java.util.function.ToDoubleFunction;

/**
 * A ratio that is to be reached.
 *
 * @param text what it says
 * @param over the figure above the line
 * @param under the figure below it
 * @param limit what the ratio must not exceed
 */
record Mark(String text, Figure over, Figure under, double limit) {
    /**
     * A figure of a row.
     *
     * @param variant the row's name
     * @param threads with how many threads
     * @param what which figure
     */
    record Figure(String variant, int threads, ToDoubleFunction<Row> what) {
        OptionalDouble of(Results results, String way) {
            return results.figure(variant, way, threads, what);
        }
    }

    static Figure time(String variant) {
        return new Figure(variant, 1, Row::nanos);
    }

    static Figure time(String variant, int threads) {
        return new Figure(variant, threads, Row::nanos);
    }

    static Figure bytes(String variant) {
        return new Figure(variant, 1, Row::bytes);
    }

    /** What was added to the baseline: only a paired run knows it. */
    static Figure added(String variant) {
        return new Figure(variant, 1, Row::added);
    }

    boolean pairedOnly() {
        return over.variant.contains("HTTPCLIENT") || over.variant.contains("RESTCLIENT");
    }

    OptionalDouble ratio(Results results, String way) {
        OptionalDouble above = over.of(results, way);
        OptionalDouble below = under.of(results, way);
        return above.isPresent() && below.isPresent() && !(pairedOnly() && way.equals(Row.FORKED))
                ? OptionalDouble.of(above.getAsDouble() / below.getAsDouble())
                : OptionalDouble.empty();
    }
}
