// SPDX-License-Identifier: Apache-2.0
package io.github.resilienthttp.examples.tryout;

import org.jspecify.annotations.Nullable;

/**
 * One attempt as it is shown. Times in milliseconds.
 *
 * @param n from 1
 * @param waitBeforeMs what the call waited before it
 * @param waitBeforeSource where that wait came from, or null
 * @param startMs from the start of the call
 * @param endMs from the start of the call
 * @param status null where no head arrived
 * @param error class and message where no head arrived, else null
 * @param verdict what the outcome means
 * @param decision retry, deliver or give-up
 */
record AttemptLine(
        int n,
        long waitBeforeMs,
        @Nullable String waitBeforeSource,
        long startMs,
        long endMs,
        @Nullable Integer status,
        @Nullable String error,
        String verdict,
        String decision) {}
