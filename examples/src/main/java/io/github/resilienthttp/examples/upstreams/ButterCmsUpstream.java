// SPDX-License-Identifier: Apache-2.0
package io.github.resilienthttp.examples.upstreams;

import static com.github.tomakehurst.wiremock.client.WireMock.absent;
import static com.github.tomakehurst.wiremock.client.WireMock.any;
import static com.github.tomakehurst.wiremock.client.WireMock.anyUrl;
import static com.github.tomakehurst.wiremock.client.WireMock.get;
import static com.github.tomakehurst.wiremock.client.WireMock.jsonResponse;
import static com.github.tomakehurst.wiremock.client.WireMock.matching;
import static com.github.tomakehurst.wiremock.client.WireMock.post;
import static com.github.tomakehurst.wiremock.client.WireMock.urlPathEqualTo;

import com.github.tomakehurst.wiremock.client.ResponseDefinitionBuilder;
import java.time.Duration;

/**
 * {@code buttercms}: a content API with a monthly quota. The token goes in the query, {@code auth_token}, or as
 * {@code Authorization: Token …}; {@link #READ_TOKEN} reads, {@link #WRITE_TOKEN} also writes.
 */
public final class ButterCmsUpstream extends Upstream {
    /** Reads only. */
    public static final String READ_TOKEN = "read-token";
    /** Reads and writes. */
    public static final String WRITE_TOKEN = "write-token";

    private static final String QUOTA = "monthly call limit reached";
    private static final int TOKEN = 3;
    private static final int PARAMETERS = 4;
    private static final int PAGES = 5;
    private static final int REST = 9;

    private final Simulator simulator;

    private ButterCmsUpstream(Simulator simulator) {
        super("buttercms", simulator);
        this.simulator = simulator;
    }

    /**
     * Starts it.
     *
     * @return listening and well
     */
    public static ButterCmsUpstream start() {
        Simulator simulator = new Simulator();
        simulator.serverErrors(detail(500, "An unexpected error occurred. Please try again later."));
        unauthorized(simulator);
        invalid(simulator);
        pages(simulator);
        return new ButterCmsUpstream(simulator);
    }

    /**
     * The monthly call limit is reached from now on, until {@link #well()}.
     *
     * @param left what is left of the billing month, told in whole seconds
     */
    public void quotaUsedUp(Duration left) {
        simulator.stub(simulator.during(QUOTA, any(anyUrl())).willReturn(quota(left)));
        simulator.trouble(QUOTA);
    }

    /**
     * The limit is told to the next request only: the month is over when it comes back.
     *
     * @param left what is left of the billing month, told in whole seconds
     */
    public void monthEnds(Duration left) {
        String last = QUOTA + ", for the last time";
        simulator.stub(simulator
                .during(last, any(anyUrl()))
                .willSetStateTo(Simulator.WELL)
                .willReturn(quota(left)));
        simulator.trouble(last);
    }

    @Override
    public void throttled(int seconds) {
        quotaUsedUp(Duration.ofSeconds(seconds));
    }

    private static ResponseDefinitionBuilder quota(Duration left) {
        return detail(429, "API Calls limit reached.").withHeader("Retry-After", Long.toString(left.toSeconds()));
    }

    private static void unauthorized(Simulator simulator) {
        String known = READ_TOKEN + "|" + WRITE_TOKEN;
        simulator.stub(any(anyUrl())
                .atPriority(TOKEN)
                .withQueryParam("auth_token", absent())
                .withHeader("Authorization", absent().or(matching("(?!Token (" + known + ")$).*")))
                .willReturn(detail(401, "Authentication credentials were not provided.")));
        simulator.stub(any(anyUrl())
                .atPriority(TOKEN)
                .withQueryParam("auth_token", matching("(?!(" + known + ")$).*"))
                .willReturn(detail(401, "Invalid token.")));
        simulator.stub(post(anyUrl())
                .atPriority(TOKEN)
                .withQueryParam("auth_token", matching(READ_TOKEN))
                .willReturn(detail(401, "This token can read only.")));
        simulator.stub(post(anyUrl())
                .atPriority(TOKEN)
                .withHeader("Authorization", matching("Token " + READ_TOKEN))
                .willReturn(detail(401, "This token can read only.")));
    }

    private static void invalid(Simulator simulator) {
        parameter(simulator, "levels", "[1-5]");
        parameter(simulator, "page", "[1-9][0-9]*");
        parameter(simulator, "page_size", "[1-9][0-9]?|100");
        simulator.stub(post(urlPathEqualTo("/pages"))
                .atPriority(PARAMETERS)
                .withRequestBody(matching("\\s*\\{\\s*\\}\\s*"))
                .willReturn(
                        jsonResponse("{\"detail\": {\"fields\": {\"title\": [\"This field is required.\"]}}}", 400)));
    }

    private static void parameter(Simulator simulator, String name, String allowed) {
        simulator.stub(any(anyUrl())
                .atPriority(PARAMETERS)
                .withQueryParam(name, matching("(?!(" + allowed + ")$).*"))
                .willReturn(detail(400, "Invalid " + name + ".")));
    }

    private static void pages(Simulator simulator) {
        simulator.stub(get(urlPathEqualTo("/pages/home"))
                .atPriority(PAGES)
                .willReturn(jsonResponse("{\"data\": {\"slug\": \"home\"}}", 200)));
        simulator.stub(post(urlPathEqualTo("/pages"))
                .atPriority(PAGES)
                .willReturn(jsonResponse("{\"status\": \"accepted\"}", 202)));
        simulator.stub(get(urlPathEqualTo("/pages/shared-slug"))
                .atPriority(PAGES)
                .willReturn(detail(403, "Several pages share this slug.")));
        simulator.stub(any(anyUrl()).atPriority(REST).willReturn(detail(404, "Not found.")));
    }

    private static ResponseDefinitionBuilder detail(int status, String text) {
        return jsonResponse("{\"detail\": \"" + text + "\"}", status);
    }
}
