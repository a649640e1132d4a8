// SPDX-License-Identifier: Apache-2.0
package io.github.resilienthttp.httpclient5;

import io.github.resilienthttp.ResilientHttp;

/**
 * What all requests of one installation in a client that calls back have in common. Thread-safe.
 *
 * @param opener opens their calls
 * @param silent what is known of connections that may be dead
 * @param closing ends the waits of clients that are closed
 * @param leaseConnects whether the client has no pool to wait for: to acquire a connection is to make it
 */
record AsyncInstallation(CallOpener opener, SilentConnections silent, ClosingWatch closing, boolean leaseConnects) {
    AsyncInstallation(CallOpener opener, boolean leaseConnects) {
        this(opener, new SilentConnections(), new ClosingWatch(opener.resilience()), leaseConnects);
    }

    ResilientHttp resilience() {
        return opener.resilience();
    }
}
