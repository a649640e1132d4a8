// SPDX-License-Identifier: Apache-2.0
package io.github.resilienthttp.gate;

/** The budget that was switched off: always pays, never empties. */
enum UnlimitedBudget implements RetryBudget {
    INSTANCE;

    @Override
    public void deposit() {
        // Nothing is ever missing.
    }

    @Override
    public boolean withdraw(long now) {
        return true;
    }

    @Override
    public double level(long now) {
        return 1;
    }

    @Override
    public boolean full(long now) {
        return true;
    }
}
