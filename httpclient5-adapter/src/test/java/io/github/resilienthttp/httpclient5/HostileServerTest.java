// SPDX-License-Identifier: Apache-2.0
package io.github.resilienthttp.httpclient5;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.management.ThreadMXBean;
import io.github.resilienthttp.call.CallOptions;
import io.github.resilienthttp.event.CallReport;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.time.Duration;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.apache.hc.client5.http.async.methods.SimpleHttpRequest;
import org.apache.hc.client5.http.async.methods.SimpleRequestProducer;
import org.apache.hc.client5.http.classic.methods.HttpGet;
import org.apache.hc.client5.http.protocol.HttpClientContext;
import org.apache.hc.core5.http.ClassicHttpResponse;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Whatever a server sends, a call ends by its deadline, and what was read until then is bounded by HttpClient's limits or
 * by the engine's. The engine's settings are ordinary; those of HttpClient are its defaults.
 */
@Timeout(value = 40, threadMode = Timeout.ThreadMode.SEPARATE_THREAD)
class HostileServerTest {
    private static final Duration DEADLINE = Duration.ofSeconds(3);

    /** A busy machine may be slow to say so. */
    private static final Duration BY_THEN = Duration.ofSeconds(15);

    private static final long MEGABYTE = 1L << 20;
    private static final String OK = "HTTP/1.1 200 OK\r\n";
    private static final String BUSY = "HTTP/1.1 503 Busy\r\nContent-Type: application/json\r\n";
    private static final String CHUNKED = "Transfer-Encoding: chunked\r\n\r\n";

    /** A name, what is sent, and the most bytes that the server gets rid of; -1 where only time bounds it. */
    static Stream<Arguments> malice() {
        return Stream.of(
                malice("endless header lines", 40 * MEGABYTE, wire -> {
                    wire.send(OK);
                    wire.sendForever("X-Filler: aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa\r\n");
                }),
                malice("thousands of Retry-After lines", 40 * MEGABYTE, wire -> {
                    wire.send("HTTP/1.1 429 Slow\r\n");
                    wire.send("Retry-After: 1\r\n".repeat(50_000));
                    wire.send("\r\n");
                }),
                malice("a header value of a megabyte and more", 40 * MEGABYTE, wire -> {
                    wire.send(OK + "X-Large: ");
                    wire.sendForever("a");
                }),
                malice("a Retry-After of 60,000 digits", 40 * MEGABYTE, wire -> {
                    wire.send("HTTP/1.1 429 Slow\r\nRetry-After: " + "9".repeat(60_000) + "\r\n\r\n");
                }),
                malice("a status line without end", 40 * MEGABYTE, wire -> wire.sendForever("HTTP/1.1 200 ")),
                malice("empty lines without end", 40 * MEGABYTE, wire -> wire.sendForever("\r\n")),
                malice("early hints without end", -1, wire -> wire.sendForever("HTTP/1.1 103 Early Hints\r\n\r\n")),
                malice("100 (Continue) without end", -1, wire -> wire.sendForever("HTTP/1.1 100 Continue\r\n\r\n")),
                malice("an error body in chunks of one byte", 40 * MEGABYTE, wire -> {
                    wire.send(BUSY + CHUNKED);
                    wire.sendForever("1\r\n{\r\n");
                }),
                malice("an error body without end", 40 * MEGABYTE, wire -> {
                    wire.send(BUSY + CHUNKED);
                    wire.sendForever("1000\r\n" + "[".repeat(4096) + "\r\n");
                }),
                malice("chunk extensions without end", 40 * MEGABYTE, wire -> {
                    wire.send(BUSY + CHUNKED + "1;x=");
                    wire.sendForever("e");
                }),
                malice("trailers without end", 40 * MEGABYTE, wire -> {
                    wire.send(BUSY + CHUNKED + "2\r\n{}\r\n0\r\n");
                    wire.sendForever("X-Trailer: aaaaaaaaaaaaaaaaaaaaaaa\r\n");
                }),
                malice("redirects whose bodies have no end", -1, wire -> {
                    wire.send("HTTP/1.1 302 Found\r\nLocation: /next\r\n" + CHUNKED);
                    wire.sendForever("1000\r\n" + "x".repeat(4096) + "\r\n");
                }),
                malice("challenges whose bodies have no end", -1, wire -> {
                    wire.send("HTTP/1.1 401 Who\r\nWWW-Authenticate: Basic realm=\"r\"\r\n" + CHUNKED);
                    wire.sendForever("1000\r\n" + "x".repeat(4096) + "\r\n");
                }));
    }

    private static Arguments malice(String name, long most, HostileSocket.Malice malice) {
        return Arguments.of(name, most, malice);
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("malice")
    void costsABlockingCallNoMoreThanItsDeadline(String name, long most, HostileSocket.Malice malice)
            throws IOException {
        try (HostileSocket server = HostileSocket.start(malice);
                Scene scene = Scene.with(SETTINGS)) {
            HttpClientContext context = context();
            long before = allocatedBytes();
            long start = System.nanoTime();

            HttpGet request = new HttpGet(server.uri("/"));
            try (ClassicHttpResponse response = scene.client().executeOpen(null, request, context)) {
                // How long a body may take is for its caller to say: this one wants none.
                request.abort();
                assertThat(response.getCode()).isPositive();
            } catch (IOException expected) {
                // That it ends is what matters.
            }

            assertBounded(server, start, most);
            if (most >= 0) {
                assertThat(allocatedBytes() - before)
                        .as("allocated by the caller's thread")
                        .isLessThan(64 * MEGABYTE);
            }
            assertThat(Scene.report(context)).isNotNull();
        }
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("malice")
    void costsACallThatCallsBackNoMoreThanItsDeadline(String name, long most, HostileSocket.Malice malice)
            throws Exception {
        try (HostileSocket server = HostileSocket.start(malice);
                AsyncScene scene = AsyncScene.with(SETTINGS)) {
            HttpClientContext context = context();
            long start = System.nanoTime();
            Future<Integer> call = scene.client()
                    .execute(
                            SimpleRequestProducer.create(SimpleHttpRequest.create("GET", server.uri("/"))),
                            new HeadOnly(),
                            context,
                            null);

            try {
                call.get(BY_THEN.toSeconds(), TimeUnit.SECONDS);
            } catch (ExecutionException expected) {
                // That it ends is what matters.
            }

            assertBounded(server, start, most);
            CallReport report = Scene.report(context);
            assertThat(report.attempts()).isNotEmpty();
        }
    }

    private static final String[] SETTINGS = {
        "timeout.attempt=1s", "retry.max-attempts=2", "backoff.initial=1ms", "discard.max-time=200ms"
    };

    private static void assertBounded(HostileSocket server, long start, long most) {
        assertThat(Duration.ofNanos(System.nanoTime() - start)).isLessThan(BY_THEN);
        if (most >= 0) {
            assertThat(server.sent()).isLessThan(most);
        }
    }

    private static HttpClientContext context() {
        HttpClientContext context = HttpClientContext.create();
        ResilientHttpClient5.options(context, CallOptions.NONE.withDeadline(DEADLINE));
        return context;
    }

    private static long allocatedBytes() {
        return ((ThreadMXBean) ManagementFactory.getThreadMXBean()).getCurrentThreadAllocatedBytes();
    }
}
