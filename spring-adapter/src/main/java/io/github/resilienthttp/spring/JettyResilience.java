// SPDX-License-Identifier: Apache-2.0
package io.github.resilienthttp.spring;

import java.util.concurrent.TimeoutException;
import org.eclipse.jetty.client.HttpClient;
import org.eclipse.jetty.client.Request;

/**
 * Prepares Jetty's client for attempts that Spring sends: the engine gets a handle to abort a request. Without it the caller of an
 * attempt that is cut goes on in time, but the connection stays taken until Jetty's idle timeout. Thread-safe.
 */
public final class JettyResilience {
    private JettyResilience() {}

    /**
     * Prepares a client; once is enough.
     *
     * @param client a client, started or not
     * @return the same client
     */
    public static HttpClient prepare(HttpClient client) {
        client.getRequestListeners().addQueuedListener(JettyResilience::leaveHandle);
        return client;
    }

    private static void leaveHandle(Request request) {
        AttemptCut.by(() -> {
            var unused = request.abort(new TimeoutException("given up by resilient-http"));
        });
    }
}
