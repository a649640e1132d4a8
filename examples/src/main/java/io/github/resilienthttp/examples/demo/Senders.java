// SPDX-License-Identifier: Apache-2.0
package io.github.resilienthttp.examples.demo;

import io.github.resilienthttp.ResilientHttp;
import io.github.resilienthttp.examples.boot.RunningApplication;
import java.util.List;

/** The HTTP clients that the demo goes through. */
final class Senders {
    /** What a person calls them, in the order of {@link #all}. */
    static final List<String> NAMES =
            List.of("HttpClient classic", "HttpClient async", "RestClient", "HTTP interface (Spring Boot)");

    private Senders() {}

    /** One of each, with connections enough for that many callers each; the first three go through the engine of the fourth. */
    static List<MessageSender> all(RunningApplication application, String client, int callers) {
        ResilientHttp http = application.engine();
        return List.of(
                new ClassicSender(http, client, callers),
                new AsyncSender(http, client, callers),
                new RestClientSender(http, client, callers),
                InterfaceSender.of(application, client));
    }
}
