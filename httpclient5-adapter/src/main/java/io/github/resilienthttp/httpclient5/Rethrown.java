// SPDX-License-Identifier: Apache-2.0
package io.github.resilienthttp.httpclient5;

import java.io.IOException;
import org.apache.hc.core5.http.HttpException;
import org.jspecify.annotations.Nullable;

/** Throws again what a callback of the client threw. */
final class Rethrown {
    private Rethrown() {}

    static void rethrow(@Nullable Exception thrown) throws HttpException, IOException {
        if (thrown instanceof IOException io) {
            throw io;
        }
        if (thrown instanceof HttpException http) {
            throw http;
        }
        if (thrown instanceof RuntimeException unchecked) {
            throw unchecked;
        }
    }
}
