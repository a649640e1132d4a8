// SPDX-License-Identifier: Apache-2.0
package io.github.resilienthttp.call;

import io.github.resilienthttp.hint.HeaderView;
import io.github.resilienthttp.stability.Experimental;

/** The facts of a request, as an adapter states them. Read by whoever drives the call, never by two threads at a time. */
@Experimental
public interface RequestView {
    /** {@return the method as it goes out, {@code GET}} */
    String method();

    /** {@return the scheme in lower case} */
    String scheme();

    /** {@return the host in lower case, an IPv6 address without brackets} */
    String host();

    /** {@return the port, or -1 for the scheme's own} */
    int port();

    /** {@return the path without query, at least {@code /}} Asked for only where the scope needs it. */
    String path();

    /** {@return the header fields the caller set} */
    HeaderView headers();
}
