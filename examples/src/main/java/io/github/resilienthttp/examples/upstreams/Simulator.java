// SPDX-License-Identifier: Apache-2.0
package io.github.resilienthttp.examples.upstreams;

import static com.github.tomakehurst.wiremock.client.WireMock.aResponse;
import static com.github.tomakehurst.wiremock.client.WireMock.any;
import static com.github.tomakehurst.wiremock.client.WireMock.anyUrl;
import static com.github.tomakehurst.wiremock.client.WireMock.requestMatching;

import com.github.tomakehurst.wiremock.WireMockServer;
import com.github.tomakehurst.wiremock.client.MappingBuilder;
import com.github.tomakehurst.wiremock.client.ResponseDefinitionBuilder;
import com.github.tomakehurst.wiremock.client.ScenarioMappingBuilder;
import com.github.tomakehurst.wiremock.core.WireMockConfiguration;
import com.github.tomakehurst.wiremock.extension.Extension;
import com.github.tomakehurst.wiremock.http.Fault;
import com.github.tomakehurst.wiremock.matching.MatchResult;
import com.github.tomakehurst.wiremock.stubbing.Scenario;
import java.net.URI;
import java.time.Duration;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.atomic.AtomicLong;

/** A WireMock server on a free loopback port, with one scenario whose state is the trouble it is in. Thread-safe. */
final class Simulator implements AutoCloseable {
    /** Stubs of a trouble come before all others. */
    static final int TROUBLE_FIRST = 1;

    /** The state without trouble. */
    static final String WELL = Scenario.STARTED;

    private static final String TROUBLE = "trouble";
    private static final String SERVER_ERROR = "server error";
    private static final String BROWN_OUT = "brown-out";
    private static final String SLOW = "slow";
    private static final String DOWN = "down";
    private static final int MOST_COUNTED = 5;
    private static final int LONGEST_JOURNAL = 1_000;

    private final WireMockServer server;
    private final AtomicLong requests = new AtomicLong();
    private volatile String state = WELL;

    Simulator(Extension... extensions) {
        server = new WireMockServer(WireMockConfiguration.options()
                .bindAddress("127.0.0.1")
                .dynamicPort()
                .containerThreads(20)
                .jettyStopTimeout(100L)
                // A demo runs for days: what is kept of its requests must not grow.
                .maxRequestJournalEntries(LONGEST_JOURNAL)
                .notifier(new Silence())
                .extensions(extensions));
        server.addMockServiceRequestListener((request, response) -> requests.incrementAndGet());
        server.start();
        stub(during(DOWN, any(anyUrl())).willReturn(aResponse().withFault(Fault.CONNECTION_RESET_BY_PEER)));
    }

    void stub(MappingBuilder mapping) {
        server.stubFor(mapping);
    }

    /** Stubs for the 5xx that every one of these APIs documents: for good, a number of times, now and then. */
    void serverErrors(ResponseDefinitionBuilder error) {
        stub(during(SERVER_ERROR, any(anyUrl())).willReturn(error));
        for (int left = 1; left <= MOST_COUNTED; left++) {
            stub(during(counted(left), any(anyUrl()))
                    .willSetStateTo(counted(left - 1))
                    .willReturn(error));
        }
        stub(during(BROWN_OUT, requestMatching(request -> MatchResult.of(oneInThree())))
                .willReturn(error));
    }

    private static String counted(int left) {
        return left == 0 ? WELL : SERVER_ERROR + " " + left;
    }

    private static boolean oneInThree() {
        return ThreadLocalRandom.current().nextInt(3) == 0;
    }

    /** A stub that answers while the trouble lasts. */
    ScenarioMappingBuilder during(String trouble, MappingBuilder mapping) {
        return mapping.atPriority(TROUBLE_FIRST).inScenario(TROUBLE).whenScenarioStateIs(trouble);
    }

    void trouble(String name) {
        server.setGlobalFixedDelay(0);
        state = name;
        server.setScenarioState(TROUBLE, name);
    }

    void slow(Duration answer) {
        well();
        state = SLOW;
        server.setGlobalFixedDelay(Math.toIntExact(answer.toMillis()));
    }

    void down() {
        trouble(DOWN);
    }

    void well() {
        trouble(WELL);
    }

    void failing() {
        trouble(SERVER_ERROR);
    }

    void failing(int times) {
        trouble(counted(times));
    }

    void brownOut() {
        trouble(BROWN_OUT);
    }

    /** What it was told to be, for a person. */
    String doing() {
        return state.equals(WELL) ? "well" : state;
    }

    URI origin() {
        return URI.create("http://127.0.0.1:" + server.port());
    }

    long requests() {
        return requests.get();
    }

    @Override
    public void close() {
        server.stop();
    }
}
