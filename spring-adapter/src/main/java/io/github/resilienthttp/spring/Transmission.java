// SPDX-License-Identifier: Apache-2.0
package io.github.resilienthttp.spring;

import java.io.IOException;
import java.util.function.Consumer;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpRequest;
import org.springframework.http.client.ClientHttpResponse;

/** How one request is sent, again and again, by the layer that the engine was put into. For one thread. */
interface Transmission {
    /** The request as the caller made it; its headers are never touched. */
    HttpRequest request();

    /** Sends it anew, with headers and attributes of its own. */
    ClientHttpResponse send(Consumer<HttpHeaders> decoration) throws IOException;

    /** Whether the body can be written again now. */
    boolean replayable();
}
