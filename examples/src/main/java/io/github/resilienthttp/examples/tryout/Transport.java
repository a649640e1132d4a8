// SPDX-License-Identifier: Apache-2.0
package io.github.resilienthttp.examples.tryout;

import java.io.IOException;

/** One adapter at work: sends the request as a call of its own. Thread-safe. */
interface Transport extends AutoCloseable {
    /** Never throws for what happens to a request. */
    Answer send();

    @Override
    void close() throws IOException;
}
