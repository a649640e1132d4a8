// SPDX-License-Identifier: Apache-2.0
package io.github.resilienthttp.httpclient5;

import java.io.IOException;

/** What a server does about one HTTP/2 stream, on a thread of its own. What it throws resets the stream. */
@FunctionalInterface
interface Http2Handler {
    void serve(Http2Stream stream) throws IOException, InterruptedException;
}
