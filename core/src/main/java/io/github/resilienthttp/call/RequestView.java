package io.github.resilienthttp.call;

import io.github.resilienthttp.hint.HeaderView;

/** The facts of a request, as an adapter states them. Read on the thread that begins the call only. */
public interface RequestView {
    /** The method as it goes out, {@code GET}. */
    String method();

    /** The scheme in lower case. */
    String scheme();

    /** The host in lower case, an IPv6 address without brackets. */
    String host();

    /** The port, or -1 for the scheme's own. */
    int port();

    /** The path without query, at least {@code /}. Asked for only where the scope needs it. */
    String path();

    /** The header fields the caller set. */
    HeaderView headers();
}
