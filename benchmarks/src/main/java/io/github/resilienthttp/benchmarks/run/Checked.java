// SPDX-License-Identifier: Apache-2.0
package io.github.resilienthttp.benchmarks.run;

import io.github.resilienthttp.benchmarks.Subject;
import io.github.resilienthttp.benchmarks.Variant;

/** Rows that do what they say: what is not even right need not be fast. */
final class Checked {
    private static final int CALLS = 30;

    private Checked() {}

    /** A subject whose first calls, more than any warm-up of a breaker takes, came out as they should. */
    static Subject open(Variant variant) throws Exception {
        Subject subject = variant.open();
        for (int n = 0; n < CALLS; n++) {
            int status;
            try {
                status = subject.call(0);
            } catch (Exception e) {
                subject.close();
                throw new IllegalStateException(variant.name() + ": call " + n + " failed", e);
            }
            if (status != variant.expected()) {
                subject.close();
                throw new IllegalStateException(
                        variant.name() + ": call " + n + " returned " + status + ", not " + variant.expected());
            }
        }
        return subject;
    }
}
