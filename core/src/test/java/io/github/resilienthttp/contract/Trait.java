// SPDX-License-Identifier: Apache-2.0
package io.github.resilienthttp.contract;

/** What an adapter, or the client below it, can do. A test that needs what is lacking is aborted, and says so by this name. */
public enum Trait {
    /** A call under way can be cancelled by its caller. */
    CANCEL,
    /** A call runs on the thread of its caller and heeds its interrupt while it waits for the engine. */
    INTERRUPT,
    /** An interrupt ends an attempt as well: writing, and waiting for the head. */
    INTERRUPTS_ATTEMPTS,
    /** The attempt timeout ends an attempt whose response head never ends, silent or dripping. */
    CUTS_HEAD,
    /** The attempt timeout ends an attempt whose request body gets stuck. */
    CUTS_SENDING,
    /** The attempt timeout ends an attempt whose connection is not answered. */
    CUTS_CONNECT,
    /** The attempt timeout ends the wait for a pooled connection, and that is known to be our own fault. */
    CUTS_LEASE,
    /** A request body that can be written only once can be sent, and is known as such. */
    ONE_SHOT_BODY,
    /** A request body without a length that can be written again can be sent. */
    CHUNKED_BODY,
    /** PATCH can be sent. */
    PATCH,
    /** QUERY, or any other method in letters, can be sent. */
    QUERY,
    /** A discarded response that was read to its end leaves its connection to the next request. */
    KEEPS_CONNECTIONS,
    /** A discarded response that is not read to its end costs its connection; else only a stream. */
    DROPS_CONNECTIONS,
    /** A request under way has its connection to itself: what ends the connection of one ends no other. */
    OWN_CONNECTIONS,
    /** Of a discarded body that ends, but is longer than the engine reads, the client reads no more by itself either. */
    LEAVES_LONG_BODIES,
    /** The pool can be told to hold one connection only. */
    POOL_OF_ONE,
    /** The engine sees each hop of a redirect. */
    SEES_REDIRECTS,
    /** A response head that is no HTTP/1.1, or breaks off, comes from the server as it is. */
    HTTP_1,
    /** Nothing is sent again below the engine: a GET whose connection ended before the first byte is one request. */
    SENDS_ONCE,
    /** A response head that breaks off is noticed, and not delivered with what there is of it. */
    NOTICES_BROKEN_HEADS,
    /** A body that breaks off before its length, or its last chunk, is noticed. */
    NOTICES_BROKEN_BODIES,
    /** A response head without end is given up by the client, before the attempt timeout does. */
    BOUNDS_HEADS,
    /** A status line of an unknown HTTP version is refused. */
    KNOWS_VERSIONS,
    /** The body of a 401 is there to be read, after requests that may have a body themselves as well. */
    CHALLENGE_BODIES,
    /** A status line that ends with the stream is told from one that cannot be read: the request may be repeated. */
    TELLS_SHORT_STATUS_LINES,
    /** A server that begins to listen after a first attempt is found by the second. */
    LATE_SERVER,
    /** The body of a response is the caller's to read, in his own time, whatever deadline there was. */
    STREAMS_RESPONSES
}
