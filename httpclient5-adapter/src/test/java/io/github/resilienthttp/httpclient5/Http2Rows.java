// SPDX-License-Identifier: Apache-2.0
package io.github.resilienthttp.httpclient5;

import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.Future;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import org.apache.hc.client5.http.async.methods.SimpleHttpRequest;
import org.apache.hc.client5.http.async.methods.SimpleHttpResponse;
import org.apache.hc.core5.http.ContentType;
import org.apache.hc.core5.http2.HttpVersionPolicy;
import org.apache.hc.core5.reactor.IOReactorConfig;
import org.apache.hc.core5.testing.nio.H2TestServer;
import org.apache.hc.core5.util.TimeValue;
import org.apache.hc.core5.util.Timeout;

/** The situations that take several streams on one connection. */
final class Http2Rows {
    private static final int LARGE = 2_000_000;
    private static final int PUTS = 4;
    private static final int SIBLINGS = 5;

    private Http2Rows() {}

    private interface Play {
        Measured with(Bench bench, int port) throws Exception;
    }

    private static Measured play(Side side, IOReactorConfig config, Http2Answers answers, Play play) throws Exception {
        H2TestServer server = new H2TestServer(config, null, null, null);
        server.register("*", answers::handler);
        int port = server.start().getPort();
        try (Bench bench = new Bench(side, HttpVersionPolicy.FORCE_HTTP_2, builder -> {}, "backoff.initial=10ms")) {
            return play.with(bench, port);
        } finally {
            server.shutdown(TimeValue.ofSeconds(1));
        }
    }

    private static Future<SimpleHttpResponse> start(Bench bench, int port, String method, String path, int size) {
        SimpleHttpRequest request = SimpleHttpRequest.create(method, URI.create("http://127.0.0.1:" + port + path));
        if (size > 0) {
            request.setBody(new byte[size], ContentType.APPLICATION_OCTET_STREAM);
        }
        return bench.client.execute(request, null);
    }

    /** A server that refuses with the first of a body, and reads on; what came of the next, it answers as if it were whole. */
    static Measured earlyAnswer(Side side) throws Exception {
        List<Integer> bodies = new CopyOnWriteArrayList<>();
        Semaphore next = new Semaphore(0);
        Http2Handler refusesEarly = stream -> {
            if (stream.connection().first(stream)) {
                byte[] unused = stream.next();
                stream.answer(503, "too much");
                // The rest is let in while the next one is under way, if there still is a rest then.
                next.acquire();
                byte[] unusedRest = stream.body();
            } else {
                next.release();
                bodies.add(stream.body().length);
                stream.answer(200, "");
            }
        };
        try (Http2Server server = Http2Server.start(refusesEarly);
                Bench bench = new Bench(side, HttpVersionPolicy.FORCE_HTTP_2, builder -> {}, "backoff.initial=10ms")) {
            List<String> ends = new ArrayList<>();
            for (int i = 0; i < PUTS; i++) {
                ends.add(Bench.end(start(bench, server.port(), "PUT", "/" + i, LARGE), 15_000));
            }
            Bench.pause(200);
            long ok = ends.stream().filter("200"::equals).count();
            int requests = server.streams().size();
            return new Measured(
                    bodies + " bytes (200 to " + ok + " of " + PUTS + "), " + requests + " requests",
                    ok == PUTS
                            && bodies.size() == PUTS
                            && bodies.stream().allMatch(bytes -> bytes == LARGE)
                            && requests == 2 * PUTS);
        }
    }

    static Measured refusedStream(Side side) throws Exception {
        return play(side, IOReactorConfig.DEFAULT, new Http2Answers(), (bench, port) -> {
            String warm = Bench.end(start(bench, port, "GET", "/", 0), 5_000);
            List<Future<SimpleHttpResponse>> siblings = new ArrayList<>();
            for (int i = 0; i < SIBLINGS; i++) {
                siblings.add(start(bench, port, "POST", "/slow", 0));
            }
            Bench.pause(100);
            String refused = Bench.end(start(bench, port, "GET", "/refused", 0), 5_000);
            long survivors = siblings.stream()
                    .map(one -> Bench.end(one, 5_000))
                    .filter("200"::equals)
                    .count();
            return new Measured(
                    survivors + " of " + SIBLINGS + " (the refused one: " + refused + ")",
                    warm.equals("200") && survivors == SIBLINGS && refused.equals("200"));
        });
    }

    static Measured rapidClose(Side side, int requests) throws Exception {
        // A session that is idle for a moment is closed: the next request races with that.
        IOReactorConfig hasty = IOReactorConfig.custom()
                .setSoTimeout(Timeout.of(2, TimeUnit.MILLISECONDS))
                .setSelectInterval(TimeValue.ofMilliseconds(1))
                .build();
        return play(side, hasty, new Http2Answers(), (bench, port) -> {
            int good = 0;
            for (int i = 0; i < requests; i++) {
                if (i % 5 == 0) {
                    Bench.pause(2);
                }
                if (Bench.end(start(bench, port, "GET", "/", 0), 10_000).equals("200")) {
                    good++;
                }
            }
            return new Measured(Math.round(good * 1000.0 / requests) / 10.0 + " %", good == requests);
        });
    }
}
