// SPDX-License-Identifier: Apache-2.0
package io.github.resilienthttp.decision;

import io.github.resilienthttp.stability.Stable;

/** What a failed attempt can have done: the kinds of failure that a rule tells apart. */
@Stable
public enum FailureKind {
    /** The request was never sent: refused, no route, DNS, connect timeout, TLS handshake cut off, stream refused. */
    UNREACHABLE,
    /** The request may have been acted on: timeout, reset or end of stream before the status line. */
    BROKEN,
    /** The peer does not speak the protocol: a head that cannot be parsed or is over its limits, certificate, TLS. */
    PROTOCOL,
    /** The request cannot be sent anywhere: unknown scheme, malformed or filtered address. */
    INVALID_REQUEST,
    /** No connection could be had in time on our own side. */
    LOCAL,
    /** Cancelled, interrupted, an {@link Error} or a programming error. */
    ENDED
}
