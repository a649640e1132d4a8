// SPDX-License-Identifier: Apache-2.0
package io.github.resilienthttp.contract;

import java.util.List;

/** All of the contract. */
public final class Contracts {
    /** Every theme; each adapter extends each of them. */
    public static final List<Class<? extends Contract>> ALL = List.of(
            VerdictContract.class,
            FailureContract.class,
            ReasonContract.class,
            HintContract.class,
            CooldownContract.class,
            GateContract.class,
            PermitContract.class,
            DeadlineContract.class,
            AttemptTimeoutContract.class,
            CancelContract.class,
            InterruptContract.class,
            DiscardContract.class,
            BodyContract.class,
            HeaderContract.class,
            RefusalContract.class,
            ReportContract.class,
            ConcurrencyContract.class,
            TraitsContract.class);

    private Contracts() {}

    /**
     * The name of the class that puts an adapter to the test in one theme.
     *
     * @param prefix the adapter's
     * @param theme such as {@link VerdictContract}
     * @return a simple name
     */
    static String testOf(String prefix, Class<? extends Contract> theme) {
        return prefix + theme.getSimpleName() + "Test";
    }
}
