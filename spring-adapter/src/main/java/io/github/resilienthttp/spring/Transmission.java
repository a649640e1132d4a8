// SPDX-License-Identifier: Apache-2.0
package io.github.resilienthttp.spring;

import io.github.resilienthttp.call.Call;
import java.io.IOException;
import org.springframework.http.HttpRequest;
import org.springframework.http.client.ClientHttpResponse;

/** How one request is sent, again and again, by the layer that the engine was put into. For one thread. */
interface Transmission {
    /** The request as the caller made it; what attempts do to their headers is not seen in it. */
    HttpRequest request();

    /** Sends it anew, with headers of its own, decorated by the call. */
    ClientHttpResponse send(Call call, int attempt) throws IOException;

    /** Whether the body can be written again now. */
    boolean replayable();
}
