// SPDX-License-Identifier: Apache-2.0
package io.github.resilienthttp.examples.upstreams;

import static com.github.tomakehurst.wiremock.client.WireMock.absent;
import static com.github.tomakehurst.wiremock.client.WireMock.any;
import static com.github.tomakehurst.wiremock.client.WireMock.anyUrl;
import static com.github.tomakehurst.wiremock.client.WireMock.delete;
import static com.github.tomakehurst.wiremock.client.WireMock.get;
import static com.github.tomakehurst.wiremock.client.WireMock.jsonResponse;
import static com.github.tomakehurst.wiremock.client.WireMock.matching;
import static com.github.tomakehurst.wiremock.client.WireMock.noContent;
import static com.github.tomakehurst.wiremock.client.WireMock.post;
import static com.github.tomakehurst.wiremock.client.WireMock.urlPathEqualTo;

import com.github.tomakehurst.wiremock.client.ResponseDefinitionBuilder;

/**
 * {@code helpdesk}: a ticket API with codes and a request id. {@code Authorization: Bearer sk_live_…} or
 * {@code pk_live_…}. A rate limit is told in the body, in seconds, and not in {@code Retry-After}.
 */
public final class HelpdeskUpstream extends Upstream {
    /** The id in every error. */
    public static final String REQUEST_ID = "req_abc123";

    private static final String LIMITED = "rate limited";
    private static final int KEY = 3;
    private static final int TICKETS = 5;
    private static final int REST = 9;

    private final Simulator simulator;

    private HelpdeskUpstream(Simulator simulator) {
        super("helpdesk", simulator);
        this.simulator = simulator;
    }

    /**
     * Starts it.
     *
     * @return listening and well
     */
    public static HelpdeskUpstream start() {
        Simulator simulator = new Simulator();
        simulator.serverErrors(error(500, "SERVER_ERROR", "Something went wrong", ""));
        simulator.stub(any(anyUrl())
                .atPriority(KEY)
                .withHeader("Authorization", absent().or(matching("(?!Bearer [sp]k_live_\\w+$).*")))
                .willReturn(error(401, "UNAUTHORIZED", "Missing or unknown API key", "")));
        tickets(simulator);
        return new HelpdeskUpstream(simulator);
    }

    /**
     * Every request is over the limit from now on, until {@link #well()}.
     *
     * @param retryAfter seconds, as the body tells them
     */
    public void rateLimited(int retryAfter) {
        simulator.stub(simulator.during(LIMITED, any(anyUrl())).willReturn(limit(retryAfter)));
        simulator.trouble(LIMITED);
    }

    /**
     * The next request is over the limit, later ones are not.
     *
     * @param retryAfter seconds, as the body tells them
     */
    public void rateLimitedOnce(int retryAfter) {
        String once = LIMITED + " once";
        simulator.stub(simulator
                .during(once, any(anyUrl()))
                .willSetStateTo(Simulator.WELL)
                .willReturn(limit(retryAfter)));
        simulator.trouble(once);
    }

    @Override
    public void throttled(int seconds) {
        rateLimited(seconds);
    }

    private static ResponseDefinitionBuilder limit(int seconds) {
        String words = "Too many requests. Try again in " + seconds + " seconds.";
        return error(429, "RATE_LIMITED", words, "\"retryAfter\": " + seconds + ", ")
                .withHeader("X-RateLimit-Remaining", "0");
    }

    private static void tickets(Simulator simulator) {
        simulator.stub(get(urlPathEqualTo("/tickets/1"))
                .atPriority(TICKETS)
                .willReturn(jsonResponse("{\"success\": true, \"data\": {\"id\": 1}}", 200)));
        simulator.stub(post(urlPathEqualTo("/tickets"))
                .atPriority(TICKETS)
                .willReturn(jsonResponse("{\"success\": true, \"data\": {\"id\": 2}}", 201)));
        simulator.stub(delete(urlPathEqualTo("/tickets/1")).atPriority(TICKETS).willReturn(noContent()));
        simulator.stub(any(urlPathEqualTo("/tickets/invalid"))
                .atPriority(TICKETS)
                .willReturn(error(400, "VALIDATION_ERROR", "Not an e-mail address", "\"field\": \"email\", ")));
        simulator.stub(any(urlPathEqualTo("/tickets/forbidden"))
                .atPriority(TICKETS)
                .willReturn(error(403, "FORBIDDEN", "This key may not do that", "")));
        simulator.stub(any(urlPathEqualTo("/tickets/duplicate"))
                .atPriority(TICKETS)
                .willReturn(error(409, "CONFLICT", "This e-mail address is taken", "")));
        simulator.stub(any(anyUrl()).atPriority(REST).willReturn(error(404, "NOT_FOUND", "No such ticket", "")));
    }

    /** {@code more}: further members of {@code error}, each with its comma. */
    private static ResponseDefinitionBuilder error(int status, String code, String message, String more) {
        return jsonResponse(
                "{\"success\": false, \"error\": {" + more + "\"code\": \"" + code + "\", \"message\": \"" + message
                        + "\"}, \"meta\": {\"requestId\": \"" + REQUEST_ID
                        + "\", \"timestamp\": \"2026-01-01T00:00:00Z\"}}",
                status);
    }
}
