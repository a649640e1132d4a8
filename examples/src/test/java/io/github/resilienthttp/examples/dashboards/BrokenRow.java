// SPDX-License-Identifier: Apache-2.0
package io.github.resilienthttp.examples.dashboards;

import static io.github.resilienthttp.examples.dashboards.Query.ATTEMPTS;
import static io.github.resilienthttp.examples.dashboards.Query.CALLS;
import static io.github.resilienthttp.examples.dashboards.Query.count;
import static io.github.resilienthttp.examples.dashboards.Query.max;
import static io.github.resilienthttp.examples.dashboards.Query.mean;
import static io.github.resilienthttp.examples.dashboards.Query.min;
import static io.github.resilienthttp.examples.dashboards.Query.rate;
import static io.github.resilienthttp.examples.dashboards.Query.series;
import static io.github.resilienthttp.examples.dashboards.Query.sum;

import java.util.List;

/** Where is the fault? */
final class BrokenRow {
    private static final String CIRCUIT = "resilient_http_circuit";

    private BrokenRow() {}

    static Row row() {
        return new Row(
                "What is broken?",
                List.of(
                        Panel.timeline("Circuit breaker")
                                .query("{{client}}", worstState())
                                .says(
                                        "The worst breaker of each client: of all scopes, of all instances. Open: calls are refused in"
                                                + " microseconds. Half-open: a few may try. Isolated: closed off by hand.")
                                .whenRed(
                                        "The server fails. The breaker closes by itself once probes succeed; nothing needs to be"
                                                + " restarted."),
                        Panel.chart("Failure rate seen by the breaker", "percentunit")
                                .share()
                                .thresholds(0.25, 0.5)
                                .query("{{client}}", max("client", series(CIRCUIT + "_failure_rate") + " >= 0"))
                                .says(
                                        "Of the last attempts; absent until there were enough of them. The breaker opens at"
                                                + " `circuit-breaker.failure-rate`.")
                                .whenRed("Shortly before the breaker opens. See *Failed requests by kind*."),
                        Panel.chart("Refusals by reason", "reqps")
                                .stacked()
                                .query("{{reason}}", sum("reason", rate("resilient_http_refusals_total")))
                                .says("Calls that the engine ended without sending them.")
                                .whenRed(
                                        "circuit-open: the server is down. cooling-down: it asked to be left alone. rate-limited: your"
                                                + " own limit. deadline: callers grant too little time. cancelled: callers left."),
                        Panel.chart("Failed requests by kind", "reqps")
                                .stacked()
                                .query("{{outcome}}", count("outcome", ATTEMPTS, "outcome!=\"2xx\""))
                                .says(
                                        "Single transmissions. 4xx: refused by the server for good. 429: over a limit. 5xx: its fault."
                                                + " io, timeout: no response.")
                                .whenRed(
                                        "4xx: a bug or a missing right on your side. 429: slow down. 5xx: theirs. io: network, DNS, TLS"
                                                + " or a server that closes connections. timeout: too slow for `timeout.attempt`."),
                        Panel.table("Clients")
                                .query("Calls/s", count("client", CALLS))
                                .query(
                                        "Success",
                                        count("client", CALLS, "outcome=~\"success|recovered\"") + " / "
                                                + count("client", CALLS))
                                .query("Requests per call", count("client", ATTEMPTS) + " / " + count("client", CALLS))
                                .query("Mean time", mean("client", CALLS))
                                .query("In flight", sum("client", series("resilient_http_active")))
                                .query("Budget left", min("client", series("resilient_http_budget")))
                                .query("Cool-down", max("client", series("resilient_http_cooldown_seconds")))
                                .query("Breaker", worstState())
                                .says("One line per client: where to look first.")
                                .whenRed(
                                        "Choose the client in the variable `client` and read the rows from the top.")));
    }

    /** 0 closed or disabled, 1 half-open, 2 open, 3 isolated; the worst counts. */
    private static String worstState() {
        return max(
                "client",
                state(3, "isolated") + " or " + state(2, "open") + " or " + state(1, "half-open") + " or "
                        + state(0, "closed|disabled"));
    }

    private static String state(int rank, String states) {
        return rank + " * (" + series(CIRCUIT, "state=~\"" + states + "\"") + " == 1)";
    }

    /** Where the dashboard draws a line across all charts. */
    static String openings() {
        return max("client", series(CIRCUIT, "state=\"open\"")) + " == 1";
    }
}
