// SPDX-License-Identifier: Apache-2.0
package io.github.resilienthttp.examples.demo;

import io.github.resilienthttp.ResilientHttp;
import java.util.List;

/** The HTTP clients that the demo goes through. */
final class Senders {
    /** What a person calls them, in the order of {@link #all}. */
    static final List<String> NAMES = List.of("HttpClient classic", "HttpClient async");

    private Senders() {}

    /** One of each, with connections enough for that many callers each. */
    static List<MessageSender> all(ResilientHttp http, String client, int callers) {
        return List.of(new ClassicSender(http, client, callers), new AsyncSender(http, client, callers));
    }
}
