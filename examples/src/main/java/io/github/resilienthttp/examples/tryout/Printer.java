// SPDX-License-Identifier: Apache-2.0
package io.github.resilienthttp.examples.tryout;

/** Shows calls as they end. Used by one thread at a time. */
interface Printer {
    /** Before the first call. */
    void begin();

    /** A call has ended. */
    void call(CallLine call);

    /** All have ended, or the user has had enough. */
    void end(Summary summary);
}
