// SPDX-License-Identifier: Apache-2.0
package io.github.resilienthttp.benchmarks.run;

import static io.github.resilienthttp.benchmarks.run.Mark.added;
import static io.github.resilienthttp.benchmarks.run.Mark.bytes;
import static io.github.resilienthttp.benchmarks.run.Mark.time;

import java.util.List;

/** What the engine may cost, in terms of what others cost in the same run. */
final class Marks {
    private static final String NESTED = "RESILIENCE4J_NESTED";
    private static final String LIMITER = "OURS_LIMITER";
    private static final String REPORT = "OURS_REPORT";

    static final List<Mark> ALL = List.of(
            new Mark("success with limiter / nested decorators, time", time(LIMITER), time(NESTED), 0.7),
            new Mark("the same, bytes", bytes(LIMITER), bytes(NESTED), 0.6),
            new Mark("success with limiter and report read / nested decorators, time", time(REPORT), time(NESTED), 0.7),
            new Mark("the same, bytes", bytes(REPORT), bytes(NESTED), 0.6),
            new Mark("success with limiter / Failsafe", time(LIMITER), time("FAILSAFE"), 0.35),
            new Mark(
                    "success without limiter / nested Retry(CircuitBreaker)",
                    time("OURS"),
                    time("RESILIENCE4J_RETRY_BREAKER"),
                    1),
            new Mark(
                    "success with Prometheus meters / nested decorators with their binder",
                    time("OURS_METERS"),
                    time("RESILIENCE4J_NESTED_METERS"),
                    0.65),
            new Mark(
                    "503, 503, 200 without delay / nested decorators",
                    time("OURS_TWO_RETRIES"),
                    time("RESILIENCE4J_TWO_RETRIES"),
                    0.2),
            new Mark("a 404 / a success", time("OURS_NOT_FOUND"), time("OURS_SUCCESS"), 1),
            new Mark(
                    "refused by the open breaker / CallNotPermittedException",
                    time("OURS_OPEN_BREAKER"),
                    time("RESILIENCE4J_OPEN_BREAKER"),
                    0.2),
            new Mark(
                    "refused by the closed scope / CallNotPermittedException",
                    time("OURS_CLOSED_SCOPE"),
                    time("RESILIENCE4J_OPEN_BREAKER"),
                    0.2),
            new Mark(
                    "added to HttpClient in memory / what the nested decorators add",
                    added("HTTPCLIENT_OURS"),
                    added("HTTPCLIENT_RESILIENCE4J"),
                    0.7),
            new Mark(
                    "added to RestClient, transport layer / what an empty interceptor adds",
                    added("RESTCLIENT_OURS_TRANSPORT_LAYER"),
                    added("RESTCLIENT_EMPTY_INTERCEPTOR"),
                    0.25),
            new Mark("two threads on one scope / nested decorators, two threads", time(LIMITER, 2), time(NESTED, 2), 1),
            // One core for each of two threads: at least 1.8 times the calls.
            new Mark(
                    "four scopes: two threads / one thread",
                    time("OURS_FOUR_SCOPES", 2),
                    time("OURS_FOUR_SCOPES"),
                    2 / 1.8));

    private Marks() {}
}
