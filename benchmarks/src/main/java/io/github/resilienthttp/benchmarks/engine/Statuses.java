// SPDX-License-Identifier: Apache-2.0
package io.github.resilienthttp.benchmarks.engine;

import java.util.concurrent.Callable;
import java.util.function.Supplier;

/** What peers call: answers with one status after the other. One for each call, but where there is only one status. */
final class Statuses implements Callable<Integer> {
    private final Integer[] statuses;
    private int next;

    private Statuses(Integer[] statuses) {
        this.statuses = statuses;
    }

    static Supplier<Callable<Integer>> of(Integer... statuses) {
        if (statuses.length == 1) {
            Integer only = statuses[0];
            Callable<Integer> always = () -> only;
            return () -> always;
        }
        return () -> new Statuses(statuses);
    }

    static boolean bad(int status) {
        return status >= 500;
    }

    @Override
    public Integer call() {
        return statuses[next++];
    }
}
