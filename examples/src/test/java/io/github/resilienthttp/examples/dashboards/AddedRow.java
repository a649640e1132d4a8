// SPDX-License-Identifier: Apache-2.0
package io.github.resilienthttp.examples.dashboards;

import static io.github.resilienthttp.examples.dashboards.Query.ATTEMPTS;
import static io.github.resilienthttp.examples.dashboards.Query.CALLS;
import static io.github.resilienthttp.examples.dashboards.Query.count;
import static io.github.resilienthttp.examples.dashboards.Query.min;
import static io.github.resilienthttp.examples.dashboards.Query.rate;
import static io.github.resilienthttp.examples.dashboards.Query.series;
import static io.github.resilienthttp.examples.dashboards.Query.sum;

import java.util.List;

/** What does the engine add to the load of servers? */
final class AddedRow {
    private AddedRow() {}

    static Row row() {
        return new Row(
                "What are we adding?",
                List.of(
                        Panel.chart("Requests per call", "short")
                                .thresholds(1.2, 1.5)
                                .query("{{client}}", count("client", ATTEMPTS) + " / " + count("client", CALLS))
                                .says(
                                        "Amplification. 1: every call is sent once. Above: retries add load. Below: calls are held"
                                                + " back from a server that would only say no.")
                                .whenRed(
                                        "The budget lets a tenth of the calls be repeated for long. More than that means a large"
                                                + " `budget.*`, or retries after a 429, which are free. Look at *Retries by reason*."),
                        Panel.chart("Share of requests that are retries", "percentunit")
                                .share()
                                .thresholds(0.1, 0.2)
                                .query(
                                        "{{client}}",
                                        count("client", ATTEMPTS, "attempt=\"retry\"") + " / "
                                                + count("client", ATTEMPTS))
                                .says("Of what the server gets from this client, how much is a repetition.")
                                .whenRed(
                                        "The server answers with faults that pass. Tell those who run it; meanwhile the budget"
                                                + " limits what is added."),
                        Panel.chart("Retries by reason", "reqps")
                                .stacked()
                                .query("{{reason}}", sum("reason", rate("resilient_http_retries_total")))
                                .says(
                                        "Extra attempts that were made. throttled: after a 429. transient: after a 5xx. unreachable:"
                                                + " nothing was sent. broken: the connection failed after that.")
                                .whenRed(
                                        "throttled: lower your rate, `rate-limit.*`. transient: the server is unwell. unreachable:"
                                                + " DNS, network, or no server. broken: time-outs or resets."),
                        Panel.chart("Retries not made, by reason", "reqps")
                                .stacked()
                                .query("{{reason}}", sum("reason", rate("resilient_http_retries_suppressed_total")))
                                .says("Retries that were thinkable, and why there was none.")
                                .whenRed(
                                        "not-idempotent: send an `Idempotency-Key`, if the API has one. budget-exhausted: the"
                                                + " outage is larger than retries can cure. attempts-exhausted, deadline: the server needs"
                                                + " longer than you grant. hint-too-long: see *Hints: mean and longest*."),
                        Panel.chart("Retry budget left", "percentunit")
                                .share()
                                .thresholds(0.4, 0.1)
                                .query("{{client}}", min("client", series("resilient_http_budget")))
                                .says(
                                        "Of the scope that has least. Successes earn it, retries spend it; at zero nothing is retried.")
                                .whenRed(
                                        "An outage or a brown-out. The budget does its work; raise it only where the server can"
                                                + " take more.")));
    }
}
