// SPDX-License-Identifier: Apache-2.0
package io.github.resilienthttp.benchmarks.engine;

import io.github.resilienthttp.hint.HeaderView;

/**
 * A response that is there already.
 *
 * @param status the status
 * @param headers the header fields
 * @param body its body
 */
record CannedResponse(int status, HeaderView headers, String body) {
    static CannedResponse of(int status) {
        return new CannedResponse(status, CannedHeaders.PLAIN, "");
    }
}
