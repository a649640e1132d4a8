// SPDX-License-Identifier: Apache-2.0
package io.github.resilienthttp.gate;

/** Pays for extra attempts. Times as in {@link Limiter}. Thread-safe; never blocks. */
interface RetryBudget {
    /** A success: earns a share of an extra attempt. */
    void deposit();

    /** Pays for one extra attempt, or returns false and takes nothing. */
    boolean withdraw(long now);

    /** What is left, from 0 to 1. */
    double level(long now);

    /** Whether nothing is missing at {@code now}: forgetting this budget would change nothing. */
    boolean full(long now);
}
