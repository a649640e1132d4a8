// SPDX-License-Identifier: Apache-2.0
package io.github.resilienthttp.call;

import io.github.resilienthttp.decision.Outcome;
import io.github.resilienthttp.hint.HeaderView;
import io.github.resilienthttp.stability.Experimental;

/**
 * How an adapter tells what came of an attempt, whether its client blocks or calls back.
 *
 * @param <R> the client's response
 */
@Experimental
public interface Outcomes<R> {
    /**
     * The status of a response.
     *
     * @param response a response of this client
     * @return 100 to 599
     */
    int status(R response);

    /**
     * A view of its header fields.
     *
     * @param response a response of this client
     * @return a view that lives as long as the response
     */
    HeaderView headers(R response);

    /**
     * What a failure to send can have done.
     *
     * @param failure what the client threw, or called back with
     * @return the failure as facts
     */
    Outcome.Failure failed(Throwable failure);

    /** {@return whether the body can be written again now} */
    boolean replayable();
}
