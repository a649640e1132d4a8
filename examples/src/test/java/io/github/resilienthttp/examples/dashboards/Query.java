// SPDX-License-Identifier: Apache-2.0
package io.github.resilienthttp.examples.dashboards;

import java.util.StringJoiner;

/** Pieces of PromQL over the meters of the engine, narrowed down to what the dashboard's variables choose. */
final class Query {
    static final String CALLS = "resilient_http_calls_seconds";
    static final String ATTEMPTS = "resilient_http_attempts_seconds";
    static final String WAIT = "resilient_http_wait_seconds";
    static final String HINT = "resilient_http_hint_seconds";

    private Query() {}

    /** The series of a meter; {@code matchers} as in PromQL. */
    static String series(String meter, String... matchers) {
        StringJoiner all = new StringJoiner(", ", meter + "{", "}")
                .add("application=~\"$application\"")
                .add("instance=~\"$instance\"")
                .add("client=~\"$client\"");
        for (String matcher : matchers) {
            all.add(matcher);
        }
        return all.toString();
    }

    static String rate(String meter, String... matchers) {
        return "rate(" + series(meter, matchers) + "[$__rate_interval])";
    }

    /** {@code by}: names of labels, or nothing. */
    static String sum(String by, String of) {
        return aggregate("sum", by, of);
    }

    static String max(String by, String of) {
        return aggregate("max", by, of);
    }

    static String min(String by, String of) {
        return aggregate("min", by, of);
    }

    private static String aggregate(String how, String by, String of) {
        return by.isEmpty() ? how + " (" + of + ")" : how + " by (" + by + ") (" + of + ")";
    }

    /** How many a second. */
    static String count(String by, String meter, String... matchers) {
        return sum(by, rate(meter + "_count", matchers));
    }

    /** The mean of a timer or a summary. */
    static String mean(String by, String meter) {
        return sum(by, rate(meter + "_sum")) + " / " + count(by, meter);
    }

    static String longest(String by, String meter) {
        return max(by, series(meter + "_max"));
    }

    /** Needs a histogram. */
    static String percentile(double share, String by, String meter) {
        String labels = by.isEmpty() ? "le" : by + ", le";
        return "histogram_quantile(" + share + ", " + sum(labels, rate(meter + "_bucket")) + ")";
    }
}
