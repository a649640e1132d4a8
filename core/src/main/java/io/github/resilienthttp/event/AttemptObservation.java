// SPDX-License-Identifier: Apache-2.0
package io.github.resilienthttp.event;

import io.github.resilienthttp.stability.Experimental;
import org.jspecify.annotations.Nullable;

/** Follows one attempt; one of its methods is called, once, on any thread. */
@Experimental
public interface AttemptObservation {
    /**
     * A response head arrived.
     *
     * @param status its status
     */
    void answered(int status);

    /**
     * No response head arrived.
     *
     * @param failure what the client threw; null where the attempt was given up and nobody told
     */
    void failed(@Nullable Throwable failure);
}
