// SPDX-License-Identifier: Apache-2.0
package io.github.resilienthttp.storm;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class SimulatedServerTest {
    private static final long MILLI = 1_000_000;

    private final SimulatedTime time = new SimulatedTime();
    private final List<String> journal = new ArrayList<>();
    private final Ledger ledger = new Ledger(() -> time.nanos() - SimulatedTime.START, Scenarios.outage());

    private SimulatedServer server(Scenario scenario) {
        return new SimulatedServer(scenario, time, 1, ledger);
    }

    private boolean heard(Reply reply) {
        journal.add((reply.kind() == Reply.Kind.RESPONSE
                        ? reply.status() + ""
                        : reply.kind().name())
                + (reply.retryAfterSeconds() > 0 ? " in " + reply.retryAfterSeconds() : "")
                + " @" + millis());
        return true;
    }

    private long millis() {
        return (time.nanos() - SimulatedTime.START) / MILLI;
    }

    private void until(long millis) {
        time.runUntil(SimulatedTime.START + millis * MILLI);
    }

    @Test
    void eachRequestUnderWayMakesTheNextSlower() {
        SimulatedServer server = server(Scenarios.overload());
        server.receive(this::heard);
        server.receive(this::heard);
        server.receive(this::heard);
        assertThat(server.inFlight()).isEqualTo(3);
        until(1015);
        assertThat(server.inFlight()).isEqualTo(1);
        server.receive(this::heard);
        until(9000);
        assertThat(journal).containsExactly("200 @1000", "200 @1010", "200 @1020", "200 @2025");
    }

    @Test
    void theWorkGoesOnForAClientThatHasGoneAndCountsAsWasted() {
        SimulatedServer server = server(Scenarios.overload());
        server.receive(reply -> false);
        server.receive(this::heard);
        until(500);
        assertThat(server.inFlight()).isEqualTo(2);
        until(1500);
        assertThat(server.inFlight()).isZero();
        assertThat(ledger.seconds().get(1).wasted()).isEqualTo(1);
        assertThat(ledger.seconds().get(1).served()).isEqualTo(1);
    }

    @Test
    void aPoolServesSoManyQueuesSoManyAndTurnsAwayTheRest() {
        SimulatedServer server =
                server(Scenarios.overload().withServer(ServerModel.workers(1, Duration.ofSeconds(1), 2)));
        for (int n = 0; n < 5; n++) {
            server.receive(this::heard);
        }
        until(5);
        assertThat(journal).containsExactly("503 @5", "503 @5");
        assertThat(server.inFlight()).isEqualTo(3);
        until(60_000);
        assertThat(journal.subList(2, 5)).allMatch(line -> line.startsWith("200 "));
        server.receive(this::heard);
        until(120_000);
        assertThat(journal).as("its worker is free again").hasSize(6);
    }

    @Test
    void aPoolServesAsManyAsItsWorkersCan() {
        SimulatedServer server =
                server(Scenarios.overload().withServer(ServerModel.workers(10, Duration.ofMillis(100), 100_000)));
        for (int n = 0; n < 10_000; n++) {
            server.receive(this::heard);
        }
        until(200_000);
        assertThat(journal).hasSize(10_000);
        String last = journal.get(9_999);
        assertThat(Integer.parseInt(last.replaceAll(".*@", ""))).isBetween(95_000, 105_000);
    }

    @Test
    void aQuotaHoldsForItsWindowAndSaysWhenTheNextBegins() {
        SimulatedServer server = server(Scenarios.throttle(new WindowLimit(2, Duration.ofSeconds(5), true)));
        until(1200);
        for (int n = 0; n < 3; n++) {
            server.receive(this::heard);
        }
        until(4990);
        server.receive(this::heard);
        until(5000);
        server.receive(this::heard);
        until(9000);
        assertThat(journal).containsExactly("429 in 4 @1205", "200 @1300", "200 @1301", "429 in 1 @4995", "200 @5100");
    }

    @Test
    void withoutAHintItOnlySaysNo() {
        SimulatedServer server = server(Scenarios.throttle(new WindowLimit(1, Duration.ofSeconds(5), false)));
        server.receive(this::heard);
        server.receive(this::heard);
        until(50);
        assertThat(journal).containsExactly("429 @5");
    }

    @Test
    void theWeatherStrikesDuringTheStormOnly() {
        for (Weather.Kind kind : Weather.Kind.values()) {
            server(Scenarios.outage(kind, Duration.ofSeconds(1))).receive(this::heard);
        }
        until(19_999);
        assertThat(journal).hasSize(4).allMatch(line -> line.equals("200 @100"));
        journal.clear();
        until(20_000);
        for (Weather.Kind kind : Weather.Kind.values()) {
            server(Scenarios.outage(kind, Duration.ofSeconds(1))).receive(this::heard);
        }
        until(60_000);
        assertThat(journal).containsExactly("503 @20005", "REFUSED @20005", "500 @20100");
    }

    @Test
    void aBrownoutSlowsEverything() {
        SimulatedServer server = server(Scenarios.brownout(0, 3));
        until(30_000);
        server.receive(this::heard);
        until(40_000);
        assertThat(journal).containsExactly("200 @30600");
    }
}
