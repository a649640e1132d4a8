// SPDX-License-Identifier: Apache-2.0
package io.github.resilienthttp.examples.demo;

import java.util.Locale;

/**
 * Calls by outcome, and what the upstream saw of them.
 *
 * @param ok outcome success
 * @param recovered outcome recovered
 * @param failed outcome failed
 * @param rejected of those, a 4xx that is the caller's to mend
 * @param refused outcome refused
 * @param requests that reached the upstream
 */
record Counts(long ok, long recovered, long failed, long rejected, long refused, long requests) {
    static final Counts NONE = new Counts(0, 0, 0, 0, 0, 0);

    Counts since(Counts earlier) {
        return new Counts(
                ok - earlier.ok,
                recovered - earlier.recovered,
                failed - earlier.failed,
                rejected - earlier.rejected,
                refused - earlier.refused,
                requests - earlier.requests);
    }

    long calls() {
        return ok + recovered + failed + refused;
    }

    /** Requests per call; below 1 where calls are held back. */
    String amplification() {
        return calls() == 0 ? "-" : String.format(Locale.ROOT, "×%.2f", (double) requests / calls());
    }
}
