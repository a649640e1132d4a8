// SPDX-License-Identifier: Apache-2.0
package io.github.resilienthttp.storm;

import io.github.resilienthttp.stability.Experimental;

/** How a call ended. */
@Experimental
public enum Ending {
    /** With a response below 400. */
    WELL,
    /** With a response of 400 or more, or an exception of the client. */
    FAILED,
    /** By the decision of the policy that it is of no use to send it. */
    REFUSED
}
