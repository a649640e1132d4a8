// SPDX-License-Identifier: Apache-2.0
package io.github.resilienthttp.examples.dashboards;

import static io.github.resilienthttp.examples.dashboards.Query.CALLS;
import static io.github.resilienthttp.examples.dashboards.Query.HINT;
import static io.github.resilienthttp.examples.dashboards.Query.WAIT;
import static io.github.resilienthttp.examples.dashboards.Query.count;
import static io.github.resilienthttp.examples.dashboards.Query.longest;
import static io.github.resilienthttp.examples.dashboards.Query.max;
import static io.github.resilienthttp.examples.dashboards.Query.mean;
import static io.github.resilienthttp.examples.dashboards.Query.percentile;
import static io.github.resilienthttp.examples.dashboards.Query.rate;
import static io.github.resilienthttp.examples.dashboards.Query.series;
import static io.github.resilienthttp.examples.dashboards.Query.sum;

import java.util.List;

/** What do servers ask for, and what do calls wait for? */
final class ServersRow {
    private ServersRow() {}

    static Row row() {
        return new Row(
                "What do servers say?",
                List.of(
                        Panel.chart("Hints, by whether they were honoured", "reqps")
                                .stacked()
                                .query("honoured: {{honoured}}", count("honoured", HINT))
                                .says(
                                        "How often a server said when to come back. yes: the call waited and was sent again. no: the"
                                                + " wait did not fit, and the call ended with the server's own response.")
                                .whenRed(
                                        "Any hint means that a limit is reached: slow down with `rate-limit.*`. Many \"no\": raise"
                                                + " `retry-after.max-wait` or the deadline, or come back later yourself."),
                        Panel.chart("Hints: mean and longest", "s")
                                .query("{{client}} mean", mean("client", HINT))
                                .query("{{client}} longest", longest("client", HINT))
                                .says("How long servers asked to be left alone.")
                                .whenRed(
                                        "Hours or days: a quota is used up. Get a larger one, or do without until it is renewed."),
                        Panel.chart("Cool-down left", "s")
                                .thresholds(60, 600)
                                .query("{{client}}", max("client", series("resilient_http_cooldown_seconds")))
                                .says(
                                        "Until the scope that is closed longest reopens; 0 where none is. Calls to it wait, or are"
                                                + " refused with the instant.")
                                .whenRed(
                                        "As told by the server, and kept to. Work that can wait should be queued until then"
                                                + " (`CallRefusedException.notBefore()`)."),
                        Panel.chart("Calls waiting on average, by source", "short")
                                .stacked()
                                .query("{{source}}", sum("source", rate(WAIT + "_sum")))
                                .says(
                                        "Seconds spent waiting per second. backoff: before a retry. hint: as a server told this call."
                                                + " cooldown: as it told another. rate-limit: the client's own limit.")
                                .whenRed(
                                        "rate-limit: more is asked for than the limit grants; shape the load, or share it out."
                                                + " hint, cooldown: the server throttles you. backoff: it is unwell."),
                        Panel.chart("Share of call time spent waiting", "percentunit")
                                .share()
                                .thresholds(0.3, 0.5)
                                .query(
                                        "{{client}}",
                                        "clamp_max(" + sum("client", rate(WAIT + "_sum")) + " / "
                                                + sum("client", rate(CALLS + "_sum")) + ", 1)")
                                .says("How much of what callers feel as slowness is waiting, not the server.")
                                .whenRed(
                                        "Callers wait more than they are served. *Calls waiting on average, by source* says for"
                                                + " what."),
                        Panel.chart("Waits: mean and longest", "s")
                                .query("{{source}} mean", mean("source", WAIT))
                                .query("{{source}} longest", longest("source", WAIT))
                                .says("Single waits, by source.")
                                .whenRed("Longer than your callers' patience: lower `retry-after.max-wait`,"
                                        + " `rate-limit.max-wait` or `timeout.total`; calls then end sooner instead."),
                        Panel.chart("Waits: 95th percentile", "s")
                                .query("{{source}}", percentile(0.95, "source", WAIT))
                                .says(
                                        "Needs a histogram of `resilient.http.wait`, which is opt-in, as in *Time of calls:"
                                                + " percentiles*. Empty without; *Waits: mean and longest* always works.")
                                .whenRed("As for *Waits: mean and longest*.")));
    }
}
