// SPDX-License-Identifier: Apache-2.0
package io.github.resilienthttp.examples.tryout;

import io.github.resilienthttp.call.CallOptions;
import java.time.Duration;

/**
 * How a request is tried.
 *
 * @param via the adapter
 * @param repeat calls in all, 1 or more
 * @param concurrency calls at a time, 1 or more
 * @param interval the least time between the starts of two calls; 0: none
 * @param options client and deadline of each call
 * @param json JSON lines instead of a table
 */
public record TrySettings(Via via, int repeat, int concurrency, Duration interval, CallOptions options, boolean json) {
    int workers() {
        return Math.min(repeat, concurrency);
    }
}
