// SPDX-License-Identifier: Apache-2.0
package io.github.resilienthttp.event;

import io.github.resilienthttp.stability.Experimental;
import org.jspecify.annotations.Nullable;

/** Follows calls and their attempts as spans of a trace. Thread-safe; what it throws is logged and changes nothing. */
@Experimental
public interface Observations {
    /**
     * A call begins, on the caller's thread.
     *
     * @param client the name of the client
     * @param method the method of its first request
     * @return what follows it, or null where nobody wants to
     */
    @Nullable
    CallObservation begin(String client, String method);
}
