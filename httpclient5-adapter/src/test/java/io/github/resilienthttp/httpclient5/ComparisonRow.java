// SPDX-License-Identifier: Apache-2.0
package io.github.resilienthttp.httpclient5;

import io.github.resilienthttp.ResilientHttp;
import io.github.resilienthttp.call.CallOptions;
import io.github.resilienthttp.testkit.Cut;
import io.github.resilienthttp.testkit.Fate;
import io.github.resilienthttp.testkit.Reply;
import io.github.resilienthttp.testkit.ScriptedServer;
import java.io.IOException;
import java.time.Duration;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import org.apache.hc.client5.http.async.methods.SimpleHttpResponse;
import org.apache.hc.client5.http.classic.methods.HttpGet;
import org.apache.hc.client5.http.config.RequestConfig;
import org.apache.hc.client5.http.impl.classic.CloseableHttpClient;
import org.apache.hc.client5.http.impl.classic.HttpClientBuilder;
import org.apache.hc.client5.http.protocol.HttpClientContext;
import org.apache.hc.core5.http.RequestNotExecutedException;
import org.apache.hc.core5.io.CloseMode;
import org.apache.hc.core5.util.Timeout;

/** One situation, played on either side. */
enum ComparisonRow {
    POOL_OF_ONE("pool of one, a call waits 2 s: how long another takes") {
        @Override
        Measured measure(Side side) throws IOException {
            try (Bench bench = new Bench(side, builder -> {}, "cooldown.enabled=false")) {
                bench.server.on("/busy").reply(later("2"), Reply.ok("1"));
                bench.server.on("/other").reply(Reply.ok("2"));
                Future<SimpleHttpResponse> busy = bench.startSeen("GET", "/busy");
                long start = System.nanoTime();
                String end = Bench.end(bench.start("GET", "/other"), 10_000);
                long millis = Bench.millisSince(start);
                String waited = Bench.end(busy, 10_000);
                return new Measured(millis + " ms (" + end + ", the waiting one " + waited + ")", millis < 1_200);
            }
        }
    },

    CONSUMER_SAW_BYTES("the consumer saw half a body, then a reset: requests sent") {
        @Override
        Measured measure(Side side) throws IOException {
            try (Bench bench = new Bench(side, builder -> {})) {
                bench.server
                        .on("/")
                        .reply(
                                Reply.ok("halfhalf")
                                        .dripBody(Duration.ofMillis(60))
                                        .cut(Cut.BODY, Fate.RESET),
                                Reply.ok("again"));
                String end = Bench.end(bench.start("GET", "/"), 10_000);
                Bench.pause(50);
                int sent = bench.server.requestCount();
                return new Measured(sent + " (" + end + ")", sent == 1);
            }
        }
    },

    CLOSED_MEANWHILE("the client is closed while a call waits 6 s: its future within 2 s") {
        @Override
        Measured measure(Side side) throws IOException {
            try (Bench bench = new Bench(side, builder -> {})) {
                bench.server.on("/").reply(later("6"));
                Future<SimpleHttpResponse> waiting = bench.startSeen("GET", "/");
                bench.client.close(CloseMode.IMMEDIATE);
                long start = System.nanoTime();
                String end = Bench.end(waiting, 2_000);
                boolean ended = !end.equals("pending");
                return new Measured(ended ? end + " after " + Bench.millisSince(start) + " ms" : end, ended);
            }
        }
    },

    CANCELLED_MEANWHILE("its future is cancelled while a call waits 6 s: connections still leased") {
        @Override
        Measured measure(Side side) throws IOException {
            try (Bench bench = new Bench(side, builder -> {})) {
                bench.server.on("/").reply(later("6"));
                Future<SimpleHttpResponse> waiting = bench.startSeen("GET", "/");
                waiting.cancel(true);
                Bench.pause(300);
                int leased = bench.leased();
                ResilientHttp engine = bench.engine;
                int tasks = engine == null ? 0 : EngineTasks.left(engine);
                return new Measured(leased + (engine == null ? "" : ", tasks left " + tasks), leased + tasks == 0);
            }
        }
    },

    NOT_EXECUTED("a POST fails with RequestNotExecutedException: provably not sent") {
        @Override
        Measured measure(Side side) throws IOException {
            AtomicInteger tries = new AtomicInteger();
            try (Bench bench = new Bench(
                    side,
                    builder -> builder.addExecInterceptorLast("fails", (request, body, scope, chain, callback) -> {
                        if (tries.getAndIncrement() == 0) {
                            scope.execRuntime.discardEndpoint();
                            callback.failed(new RequestNotExecutedException());
                        } else {
                            chain.proceed(request, body, scope, callback);
                        }
                    }))) {
                bench.server.on("/").reply(Reply.ok("done"));
                String end = Bench.end(bench.start("POST", "/"), 5_000);
                return new Measured(end, end.equals("200"));
            }
        }
    },

    LEASE("limit of 300 ms, the pool is empty for 2 s: the call ends after") {
        @Override
        Measured measure(Side side) throws IOException {
            RequestConfig limited = RequestConfig.custom()
                    .setConnectionRequestTimeout(Timeout.ofMilliseconds(300))
                    .build();
            try (Bench bench = new Bench(
                    side,
                    builder -> builder.setDefaultRequestConfig(limited),
                    "timeout.attempt=300ms",
                    "clients.slow.timeout.attempt=9s")) {
                bench.server.on("/slow").reply(Reply.ok("1").after(Duration.ofSeconds(2)));
                HttpClientContext patient = HttpClientContext.create();
                ResilientHttpClient5.options(patient, CallOptions.NONE.withClient("slow"));
                Future<SimpleHttpResponse> slow = bench.start("/slow", patient);
                bench.server.awaitRequests(1, Duration.ofSeconds(5));
                Measured other = ended(bench.start("GET", "/slow"), 1_000);
                return new Measured(other.text() + ", the one before it " + Bench.end(slow, 5_000), other.good());
            }
        }
    },

    DRIPPING_HEAD("limit of 300 ms, the head drips for 4 s: the call ends after") {
        @Override
        Measured measure(Side side) throws IOException {
            RequestConfig limited = RequestConfig.custom()
                    .setResponseTimeout(Timeout.ofMilliseconds(300))
                    .build();
            try (Bench bench = new Bench(
                    side,
                    builder -> builder.setDefaultRequestConfig(limited),
                    "timeout.attempt=300ms",
                    "retry.max-attempts=1")) {
                bench.server.on("/").reply(Reply.ok("1").dripHead(Duration.ofMillis(100)));
                return ended(bench.start("GET", "/"), 1_000);
            }
        }
    },

    A_DAY("503, Retry-After: 86400: the caller has an answer after") {
        @Override
        Measured measure(Side side) throws IOException {
            try (Bench bench = new Bench(side, builder -> {})) {
                bench.server.on("/").reply(later("86400"));
                return ended(bench.start("GET", "/"), 1_000);
            }
        }
    },

    SLOW_503("a 503 whose body drips for 3 s, blocking client: the retry succeeds after") {
        @Override
        Measured measure(Side side) throws IOException {
            try (ScriptedServer server = ScriptedServer.start();
                    ResilientHttp engine = side.engine("discard.max-time=200ms", "backoff.initial=10ms")) {
                server.on("/")
                        .reply(
                                Reply.status(503).body("x".repeat(30)).dripBody(Duration.ofMillis(100)),
                                Reply.ok("done"));
                try (CloseableHttpClient client =
                        Side.fit(HttpClientBuilder.create(), engine).build()) {
                    long start = System.nanoTime();
                    int status = client.execute(new HttpGet(server.uri("/")), response -> response.getCode());
                    long millis = Bench.millisSince(start);
                    return new Measured(millis + " ms (" + status + ")", status == 200 && millis < 2_000);
                }
            }
        }
    },

    POST_503("a POST is answered with 503: requests sent") {
        @Override
        Measured measure(Side side) throws IOException {
            try (Bench bench = new Bench(side, builder -> {})) {
                bench.server.on("/").reply(Reply.status(503));
                String end = Bench.end(bench.start("POST", "/"), 10_000);
                int sent = bench.server.requestCount();
                return new Measured(sent + " (" + end + ")", sent == 1);
            }
        }
    },

    RAPID_CLOSE("2,500 GETs, the server closes every other kept connection without a word: succeed") {
        @Override
        Measured measure(Side side) throws IOException {
            try (Bench bench = new Bench(side, builder -> {}, "backoff.initial=1ms", "budget.enabled=false")) {
                bench.server
                        .on("/")
                        .answer(seen ->
                                seen.arrivedNanos() % 2 == 0 ? Reply.ok("1").then(Fate.CLOSE) : Reply.ok("1"));
                int good = 0;
                for (int i = 0; i < 2_500; i++) {
                    good += Bench.end(bench.start("GET", "/"), 10_000).equals("200") ? 1 : 0;
                }
                return new Measured(Math.round(good / 2.5) / 10.0 + " %", good == 2_500);
            }
        }
    },

    EARLY_503_HTTP_2(
            "HTTP/2: four PUTs of 2,000,000 bytes, each answered with 503 before its end: the bodies that got a 200") {
        @Override
        Measured measure(Side side) throws Exception {
            return Http2Rows.earlyAnswer(side);
        }
    },

    REFUSED_STREAM_HTTP_2("HTTP/2: one stream of six is refused: siblings that survive") {
        @Override
        Measured measure(Side side) throws Exception {
            return Http2Rows.refusedStream(side);
        }
    },

    RAPID_CLOSE_HTTP_2("HTTP/2: 2,500 GETs, the server closes connections all the time: succeed") {
        @Override
        Measured measure(Side side) throws Exception {
            return Http2Rows.rapidClose(side, 2_500);
        }
    };

    private final String situation;

    ComparisonRow(String situation) {
        this.situation = situation;
    }

    String situation() {
        return situation;
    }

    abstract Measured measure(Side side) throws Exception;

    private static Reply later(String when) {
        return Reply.status(503).header("Retry-After", when);
    }

    private static Measured ended(Future<SimpleHttpResponse> future, long soon) {
        long start = System.nanoTime();
        String end = Bench.end(future, 6_000);
        long millis = Bench.millisSince(start);
        return new Measured(end.equals("pending") ? "still waits" : millis + " ms (" + end + ")", millis < soon);
    }
}
