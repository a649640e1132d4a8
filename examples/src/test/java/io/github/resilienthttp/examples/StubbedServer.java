// SPDX-License-Identifier: Apache-2.0
package io.github.resilienthttp.examples;

import static com.github.tomakehurst.wiremock.client.WireMock.aResponse;
import static com.github.tomakehurst.wiremock.client.WireMock.any;
import static com.github.tomakehurst.wiremock.client.WireMock.anyUrl;

import com.github.tomakehurst.wiremock.WireMockServer;
import com.github.tomakehurst.wiremock.client.ResponseDefinitionBuilder;
import com.github.tomakehurst.wiremock.core.WireMockConfiguration;
import com.github.tomakehurst.wiremock.verification.LoggedRequest;
import java.util.List;

/** A server that answers one thing after the other, the last for good. */
public final class StubbedServer implements AutoCloseable {
    private final WireMockServer server = new WireMockServer(WireMockConfiguration.options()
            .bindAddress("127.0.0.1")
            .dynamicPort()
            .jettyStopTimeout(100L));

    public StubbedServer(ResponseDefinitionBuilder... answers) {
        for (int n = 0; n < answers.length; n++) {
            server.stubFor(any(anyUrl())
                    .inScenario("one after the other")
                    .whenScenarioStateIs(state(n))
                    .willSetStateTo(state(Math.min(n + 1, answers.length - 1)))
                    .willReturn(answers[n]));
        }
        server.start();
    }

    private static String state(int answer) {
        return answer == 0 ? "Started" : "answer " + answer;
    }

    public static ResponseDefinitionBuilder answer(int status, String body) {
        return aResponse().withStatus(status).withBody(body);
    }

    public String url(String path) {
        return "http://127.0.0.1:" + server.port() + path;
    }

    public List<LoggedRequest> requests() {
        return server.getAllServeEvents().stream()
                .map(event -> LoggedRequest.createFrom(event.getRequest()))
                .toList();
    }

    LoggedRequest only() {
        List<LoggedRequest> all = requests();
        if (all.size() != 1) {
            throw new AssertionError(all.size() + " requests");
        }
        return all.get(0);
    }

    @Override
    public void close() {
        server.stop();
    }
}
