// SPDX-License-Identifier: Apache-2.0
package io.github.resilienthttp.spring;

import org.eclipse.jetty.client.HttpClient;
import org.eclipse.jetty.client.OutputStreamRequestContent;
import org.eclipse.jetty.client.ProxyAuthenticationProtocolHandler;
import org.eclipse.jetty.client.Request;
import org.eclipse.jetty.client.Response;
import org.eclipse.jetty.client.WWWAuthenticationProtocolHandler;

/**
 * Keeps Jetty's answers to challenges from requests whose body is a stream: they cannot be sent again anyway, and Jetty breaks one
 * off that is still being sent when the 401 or 407 comes. The caller would see a failure in place of the response, and the engine
 * would take it for one that calls for another attempt.
 */
final class JettyChallenges {
    private JettyChallenges() {}

    /** Takes the place of Jetty's own handlers, by their names; those are there once a client has started. */
    static void leaveStreamsAlone(HttpClient client) {
        client.getProtocolHandlers().put(new WWWAuthenticationProtocolHandler(client) {
            @Override
            public boolean accept(Request request, Response response) {
                return super.accept(request, response) && !streams(request);
            }
        });
        client.getProtocolHandlers().put(new ProxyAuthenticationProtocolHandler(client) {
            @Override
            public boolean accept(Request request, Response response) {
                return super.accept(request, response) && !streams(request);
            }
        });
    }

    private static boolean streams(Request request) {
        return request.getBody() instanceof OutputStreamRequestContent;
    }
}
