// SPDX-License-Identifier: Apache-2.0
package io.github.resilienthttp.examples.dashboards;

import static io.github.resilienthttp.examples.dashboards.Query.ATTEMPTS;
import static io.github.resilienthttp.examples.dashboards.Query.CALLS;
import static io.github.resilienthttp.examples.dashboards.Query.count;
import static io.github.resilienthttp.examples.dashboards.Query.longest;
import static io.github.resilienthttp.examples.dashboards.Query.mean;
import static io.github.resilienthttp.examples.dashboards.Query.percentile;
import static io.github.resilienthttp.examples.dashboards.Query.series;
import static io.github.resilienthttp.examples.dashboards.Query.sum;

import java.util.List;

/** Do callers get what they asked for? */
final class WorkingRow {
    private static final String SUCCEEDED = "outcome=~\"success|recovered\"";

    private WorkingRow() {}

    static Row row() {
        return new Row(
                "Is it working?",
                List.of(
                        Panel.stat("Calls per second", "reqps")
                                .query("calls", count("", CALLS))
                                .says("Calls as the application sees them, whatever became of them.")
                                .whenRed(
                                        "It has no red. A sudden fall means that callers have stopped calling, or that calls no"
                                                + " longer end: look at *Calls in flight*."),
                        Panel.stat("Calls that succeed", "percentunit")
                                .thresholds(0.99, 0.95)
                                .query("succeed", count("", CALLS, SUCCEEDED) + " / " + count("", CALLS))
                                .says(
                                        "Share of calls that end in a response below 400, at once or after a retry. A 4xx counts as"
                                                + " a failure here, although it is often the right answer.")
                                .whenRed(
                                        "*Failed requests by kind* says who is to blame: 4xx is the caller's to mend, 5xx the"
                                                + " server's, io and timeout lie in between. *Refusals by reason* shows calls that were not"
                                                + " sent at all."),
                        Panel.stat("Saved by retries", "percentunit")
                                .query("saved", count("", CALLS, "outcome=\"recovered\"") + " / " + count("", CALLS))
                                .says(
                                        "Share of calls that failed at first and succeeded after all: what retrying buys.")
                                .whenRed(
                                        "It has no red. Where it stays high, a server is unwell and callers do not notice yet."),
                        Panel.stat("Calls in flight now", "short")
                                .query("in flight", sum("", series("resilient_http_active")))
                                .says("Calls that have begun and not ended: being sent, or waiting.")
                                .whenRed(
                                        "It has no red. Where it only rises, calls take longer than they are made: lower"
                                                + " `timeout.total` or find out what they wait for."),
                        Panel.chart("Success of calls and of first attempts", "percentunit")
                                .share()
                                .query("calls", count("", CALLS, SUCCEEDED) + " / " + count("", CALLS))
                                .query(
                                        "first attempts",
                                        count("", ATTEMPTS, "attempt=\"first\"", "outcome=\"2xx\"") + " / "
                                                + count("", ATTEMPTS, "attempt=\"first\""))
                                .says(
                                        "The gap between the two lines is what the engine makes good. Calls below first attempts: more"
                                                + " is refused than is saved.")
                                .whenRed(
                                        "Both low: the server is down, and retries do not help. First attempts low, calls high: the"
                                                + " server is unwell, and you have time to act."),
                        Panel.chart("Calls by outcome", "reqps")
                                .stacked()
                                .query("{{outcome}}", count("outcome", CALLS))
                                .says(
                                        "success: at once. recovered: after a retry. failed: a response of 400 or more, or an"
                                                + " exception. refused: ended by the engine.")
                                .whenRed(
                                        "Much refused: see *Refusals by reason* and *Circuit breaker*. Much failed: see *Failed"
                                                + " requests by kind*."),
                        Panel.chart("Time of calls: mean and longest", "s")
                                .query("{{client}} mean", mean("client", CALLS))
                                .query("{{client}} longest", longest("client", CALLS))
                                .says(
                                        "Waits and all attempts included: what callers feel. The longest is that of the last minutes.")
                                .whenRed(
                                        "Compare with *Time of one request* and *Share of call time spent waiting*: either the"
                                                + " server is slow, or the engine waits."),
                        Panel.chart("Time of calls: percentiles", "s")
                                .query("p50", percentile(0.5, "", CALLS))
                                .query("p95", percentile(0.95, "", CALLS))
                                .query("p99", percentile(0.99, "", CALLS))
                                .says(
                                        "Needs histograms, which are opt-in: a `MeterFilter` with `percentilesHistogram(true)`, or"
                                                + " `management.metrics.distribution.percentiles-histogram.resilient.http.calls=true`."
                                                + " Empty without; *mean and longest* always works.")
                                .whenRed(
                                        "p50 well and p99 bad: a few calls are retried or wait. All bad: the server is slow."),
                        Panel.chart("Time of one request: mean and longest", "s")
                                .query("{{client}} mean", mean("client", ATTEMPTS))
                                .query("{{client}} longest", longest("client", ATTEMPTS))
                                .says(
                                        "One transmission, up to the response head, without any wait: the server and the network.")
                                .whenRed(
                                        "The server is slow, or connections are. A longest near `timeout.attempt` means that"
                                                + " attempts are cut off."),
                        Panel.chart("Calls in flight", "short")
                                .stacked()
                                .query("{{state}}", sum("state", series("resilient_http_active")))
                                .says("sending: a request is under way. waiting: none is, the call waits for its turn.")
                                .whenRed(
                                        "Many waiting: see *Calls waiting on average, by source*. Many sending: the server is slow.")));
    }
}
