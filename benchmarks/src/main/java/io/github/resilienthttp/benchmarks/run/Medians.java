// SPDX-License-Identifier: Apache-2.0
package io.github.resilienthttp.benchmarks.run;

import java.util.Arrays;

/** Order statistics: a few blocks that were disturbed change nothing. */
final class Medians {
    private Medians() {}

    static double of(double[] values) {
        return quantile(values, 0.5);
    }

    /** Between two values where it falls between them; NaN where there is none. */
    static double quantile(double[] values, double share) {
        if (values.length == 0) {
            return Double.NaN;
        }
        double[] sorted = values.clone();
        Arrays.sort(sorted);
        double at = share * (sorted.length - 1);
        int below = (int) Math.floor(at);
        int above = (int) Math.ceil(at);
        return sorted[below] + (sorted[above] - sorted[below]) * (at - below);
    }

    /** The 95 % confidence interval of the median, from ranks: nothing is assumed of the values' distribution. */
    static double[] interval(double[] values) {
        double[] sorted = values.clone();
        Arrays.sort(sorted);
        int n = sorted.length;
        double spread = 1.96 * Math.sqrt(n) / 2;
        int low = (int) Math.max(0, Math.floor(n / 2.0 - spread));
        int high = (int) Math.min(n - 1.0, Math.ceil(n / 2.0 + spread));
        return n == 0 ? new double[] {Double.NaN, Double.NaN} : new double[] {sorted[low], sorted[high]};
    }
}
