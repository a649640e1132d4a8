// SPDX-License-Identifier: Apache-2.0
package io.github.resilienthttp.testkit;

import java.util.List;
import java.util.Locale;

/** The request line and the field lines of a request, and when its first byte was read. */
record RequestHead(String method, String target, String version, List<HeaderLine> headers, long arrivedNanos) {
    RequestHead {
        headers = List.copyOf(headers);
    }

    List<String> values(String name) {
        return headers.stream()
                .filter(line -> line.named(name))
                .map(HeaderLine::value)
                .toList();
    }

    String path() {
        int query = target.indexOf('?');
        return query < 0 ? target : target.substring(0, query);
    }

    /** RFC 9110 section 10.1.1: the client may hold its body back until it is told to go on. */
    boolean expectsContinue() {
        return says("Expect", "100-continue");
    }

    boolean chunked() {
        return says("Transfer-Encoding", "chunked");
    }

    /** RFC 9112 section 9.3: HTTP/1.0, or a request that says so, ends its connection. */
    boolean endsConnection() {
        return version.equals("HTTP/1.0") || says("Connection", "close");
    }

    private boolean says(String name, String token) {
        return values(name).stream()
                .anyMatch(value -> value.toLowerCase(Locale.ROOT).contains(token));
    }
}
