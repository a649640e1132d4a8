// SPDX-License-Identifier: Apache-2.0
package io.github.resilienthttp.contract;

import java.io.IOException;
import java.net.URI;

/** A client with the engine in it. Thread-safe. */
public interface AdapterUnderTest extends AutoCloseable {
    /**
     * Where a target of the server is found by this client: the server itself, or what stands in front of it.
     *
     * @param target begins with {@code /}
     * @return an absolute address
     */
    URI uri(String target);

    /**
     * Begins a call and returns at once, the call running on another thread or on none.
     *
     * @param request what to send
     * @return the call
     */
    Running start(ContractRequest request);

    /**
     * How many connections (streams, over HTTP/2) are held by calls.
     *
     * @return 0 or more, or -1 where nobody can tell
     */
    int leased();

    @Override
    void close() throws IOException;
}
