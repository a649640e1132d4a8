// SPDX-License-Identifier: Apache-2.0
package io.github.resilienthttp.examples.upstreams;

import static com.github.tomakehurst.wiremock.client.WireMock.absent;
import static com.github.tomakehurst.wiremock.client.WireMock.any;
import static com.github.tomakehurst.wiremock.client.WireMock.anyUrl;
import static com.github.tomakehurst.wiremock.client.WireMock.get;
import static com.github.tomakehurst.wiremock.client.WireMock.jsonResponse;
import static com.github.tomakehurst.wiremock.client.WireMock.matching;
import static com.github.tomakehurst.wiremock.client.WireMock.urlPathEqualTo;

import com.github.tomakehurst.wiremock.client.ResponseDefinitionBuilder;
import java.time.Duration;

/**
 * {@code variations}: 20 requests a minute per key, counted over any minute; {@code 429} with {@code Retry-After} above
 * that. Quota and workspace errors are 403, which no waiting cures. {@code Authorization: Bearer …}.
 */
public final class VariationsUpstream extends Upstream {
    private static final String LIMITED = "limited";
    private static final int KEY = 3;
    private static final int ROWS = 5;
    private static final int REST = 9;

    private final Simulator simulator;
    private final SlidingWindowLimit limit;

    private VariationsUpstream(Simulator simulator, SlidingWindowLimit limit) {
        super("variations", simulator);
        this.simulator = simulator;
        this.limit = limit;
    }

    /**
     * Starts it.
     *
     * @param permits requests let through per period and key: 20 as documented
     * @param period a minute as documented; shorter where nobody wants to wait
     * @return listening and well
     */
    public static VariationsUpstream start(int permits, Duration period) {
        SlidingWindowLimit limit = new SlidingWindowLimit(permits, period, error("rate limit exceeded"));
        Simulator simulator = new Simulator(limit);
        simulator.serverErrors(status(500, "server error"));
        simulator.stub(any(anyUrl())
                .atPriority(KEY)
                .withHeader("Authorization", absent().or(matching("(?!Bearer \\S+$).*")))
                .willReturn(status(401, "unauthenticated")));
        simulator.stub(get(urlPathEqualTo("/variations"))
                .atPriority(ROWS)
                .willReturn(jsonResponse("{\"variations\": []}", 200)));
        simulator.stub(
                any(urlPathEqualTo("/variations/invalid")).atPriority(ROWS).willReturn(status(400, "invalid")));
        simulator.stub(any(urlPathEqualTo("/variations/quota"))
                .atPriority(ROWS)
                .willReturn(status(403, "insufficient quota")));
        simulator.stub(any(urlPathEqualTo("/variations/elsewhere"))
                .atPriority(ROWS)
                .willReturn(status(403, "another workspace")));
        simulator.stub(any(anyUrl()).atPriority(REST).willReturn(status(404, "not found")));
        return new VariationsUpstream(simulator, limit);
    }

    @Override
    public void throttled(int seconds) {
        simulator.stub(simulator
                .during(LIMITED, any(anyUrl()))
                .willReturn(status(429, "rate limit exceeded").withHeader("Retry-After", Integer.toString(seconds))));
        simulator.trouble(LIMITED);
    }

    /**
     * How many requests were over the limit.
     *
     * @return 0 or more
     */
    public long throttled() {
        return limit.refused();
    }

    private static ResponseDefinitionBuilder status(int status, String text) {
        return jsonResponse(error(text), status);
    }

    private static String error(String text) {
        return "{\"error\": \"" + text + "\"}";
    }
}
