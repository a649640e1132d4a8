// SPDX-License-Identifier: Apache-2.0
package io.github.resilienthttp.examples.upstreams;

import static com.github.tomakehurst.wiremock.client.WireMock.absent;
import static com.github.tomakehurst.wiremock.client.WireMock.any;
import static com.github.tomakehurst.wiremock.client.WireMock.anyUrl;
import static com.github.tomakehurst.wiremock.client.WireMock.equalTo;
import static com.github.tomakehurst.wiremock.client.WireMock.get;
import static com.github.tomakehurst.wiremock.client.WireMock.jsonResponse;
import static com.github.tomakehurst.wiremock.client.WireMock.matching;
import static com.github.tomakehurst.wiremock.client.WireMock.post;
import static com.github.tomakehurst.wiremock.client.WireMock.urlPathEqualTo;
import static com.github.tomakehurst.wiremock.client.WireMock.urlPathMatching;

import com.github.tomakehurst.wiremock.client.MappingBuilder;
import com.github.tomakehurst.wiremock.client.ResponseDefinitionBuilder;

/**
 * {@code localize}: "Do not retry 4xx errors automatically." Its limits are those of a token or of an endpoint. How long
 * they last is told in {@code Retry-After} here, since without a time there is nothing to hold off until.
 */
public final class LocalizeUpstream extends Upstream {
    private static final String TOKEN_LIMITED = "token limited";
    private static final String ENDPOINT_LIMITED = "endpoint limited";
    private static final int TOKEN = 3;
    private static final int ROWS = 5;
    private static final int REST = 9;

    private final Simulator simulator;

    private LocalizeUpstream(Simulator simulator) {
        super("localize", simulator);
        this.simulator = simulator;
    }

    /**
     * Starts it.
     *
     * @return listening and well
     */
    public static LocalizeUpstream start() {
        Simulator simulator = new Simulator();
        simulator.serverErrors(error(500, "Internal Server Error", text("Internal server error")));
        simulator.stub(any(anyUrl())
                .atPriority(TOKEN)
                .withHeader("Authorization", absent().or(matching("(?!Bearer \\S+$).*|Bearer revoked")))
                .willReturn(error(401, "Unauthorized", text("The token is absent, invalid or revoked"))));
        simulator.stub(
                get(urlPathEqualTo("/projects/keys/1")).atPriority(ROWS).willReturn(jsonResponse("{\"id\": 1}", 200)));
        simulator.stub(get(urlPathEqualTo("/projects/languages/1"))
                .atPriority(ROWS)
                .willReturn(jsonResponse("{\"id\": 1}", 200)));
        simulator.stub(
                post(urlPathEqualTo("/projects/keys")).atPriority(ROWS).willReturn(jsonResponse("{\"id\": 2}", 201)));
        row(simulator, "invalid", error(400, "Bad Request", "[\"name must not be empty\", \"tag is too long\"]"));
        row(simulator, "forbidden", error(403, "Forbidden", text("No permission")));
        row(simulator, "duplicate", error(409, "Conflict", text("A key of this name exists")));
        row(simulator, "klingon", error(422, "Unprocessable Entity", text("Unsupported language")));
        simulator.stub(any(anyUrl()).atPriority(REST).willReturn(error(404, "Not Found", text("Not found"))));
        return new LocalizeUpstream(simulator);
    }

    /**
     * Requests with this token are over its limit from now on, until {@link #well()}.
     *
     * @param token the bearer token
     * @param seconds what {@code Retry-After} says
     */
    public void limitToken(String token, int seconds) {
        limit(TOKEN_LIMITED, any(anyUrl()).withHeader("Authorization", equalTo("Bearer " + token)), seconds);
    }

    /**
     * Requests to this endpoint are over its limit from now on, until {@link #well()}.
     *
     * @param prefix the first segments of its path, {@code /projects/keys}
     * @param seconds what {@code Retry-After} says
     */
    public void limitEndpoint(String prefix, int seconds) {
        limit(ENDPOINT_LIMITED, any(urlPathMatching(prefix + "(/.*)?")), seconds);
    }

    @Override
    public void throttled(int seconds) {
        limitEndpoint("/projects", seconds);
    }

    private void limit(String trouble, MappingBuilder mapping, int seconds) {
        simulator.stub(simulator
                .during(trouble, mapping)
                .willReturn(error(429, "Too Many Requests", text("Limit reached"))
                        .withHeader("Retry-After", Integer.toString(seconds))));
        simulator.trouble(trouble);
    }

    private static void row(Simulator simulator, String name, ResponseDefinitionBuilder answer) {
        simulator.stub(
                any(urlPathEqualTo("/projects/keys/" + name)).atPriority(ROWS).willReturn(answer));
    }

    private static String text(String message) {
        return "\"" + message + "\"";
    }

    private static ResponseDefinitionBuilder error(int status, String error, String message) {
        return jsonResponse(
                "{\"statusCode\": " + status + ", \"error\": \"" + error + "\", \"message\": " + message
                        + ", \"timestamp\": \"2026-01-01T00:00:00Z\", \"path\": \"/projects/keys\"}",
                status);
    }
}
