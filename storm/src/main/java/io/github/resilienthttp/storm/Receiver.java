// SPDX-License-Identifier: Apache-2.0
package io.github.resilienthttp.storm;

/** Who waits for a reply of the server. */
interface Receiver {
    /** Whether somebody still heard it. */
    boolean hears(Reply reply);
}
