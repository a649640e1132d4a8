// SPDX-License-Identifier: Apache-2.0
package io.github.resilienthttp.spring;

import io.github.resilienthttp.stability.Stable;
import java.util.concurrent.TimeoutException;
import org.eclipse.jetty.client.HttpClient;
import org.eclipse.jetty.client.Request;
import org.eclipse.jetty.util.component.LifeCycle;

/**
 * Prepares Jetty's client for attempts that Spring sends: the engine gets a handle to abort a request, and a 401 or 407 to a request
 * with a body is delivered. Without it the caller of an attempt that is cut goes on in time, but the connection stays taken until
 * Jetty's idle timeout; and Jetty breaks a request off whose body is still being sent when the 401 comes. Thread-safe.
 */
@Stable
public final class JettyResilience {
    private JettyResilience() {}

    /**
     * Prepares a client, for all its starts; once is enough.
     *
     * @param client a client, started or not
     * @return the same client
     */
    public static HttpClient prepare(HttpClient client) {
        if (client.isRunning()) {
            equip(client);
        }
        client.addEventListener(new LifeCycle.Listener() {
            @Override
            public void lifeCycleStarted(LifeCycle started) {
                // Its stop takes away what it was given.
                equip(client);
            }
        });
        return client;
    }

    private static void equip(HttpClient client) {
        client.getRequestListeners().addQueuedListener(JettyResilience::leaveHandle);
        JettyChallenges.leaveStreamsAlone(client);
    }

    private static void leaveHandle(Request request) {
        AttemptCut.by(() -> {
            var unused = request.abort(new TimeoutException("given up by resilient-http"));
        });
    }
}
