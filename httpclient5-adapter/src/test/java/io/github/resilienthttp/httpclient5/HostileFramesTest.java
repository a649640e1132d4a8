// SPDX-License-Identifier: Apache-2.0
package io.github.resilienthttp.httpclient5;

import static io.github.resilienthttp.httpclient5.HostileFrames.CONTINUATION;
import static io.github.resilienthttp.httpclient5.HostileFrames.DATA;
import static io.github.resilienthttp.httpclient5.HostileFrames.END_HEADERS;
import static io.github.resilienthttp.httpclient5.HostileFrames.GOAWAY;
import static io.github.resilienthttp.httpclient5.HostileFrames.HEADERS;
import static io.github.resilienthttp.httpclient5.HostileFrames.PING;
import static io.github.resilienthttp.httpclient5.HostileFrames.PRIORITY;
import static io.github.resilienthttp.httpclient5.HostileFrames.PUSH_PROMISE;
import static io.github.resilienthttp.httpclient5.HostileFrames.RST_STREAM;
import static io.github.resilienthttp.httpclient5.HostileFrames.SETTINGS;
import static io.github.resilienthttp.httpclient5.HostileFrames.WINDOW_UPDATE;
import static io.github.resilienthttp.httpclient5.HostileFrames.block;
import static io.github.resilienthttp.httpclient5.HostileFrames.frame;
import static io.github.resilienthttp.httpclient5.HostileFrames.number;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.resilienthttp.ResilientHttp;
import io.github.resilienthttp.call.CallOptions;
import io.github.resilienthttp.decision.Verdict;
import io.github.resilienthttp.event.AttemptReport;
import java.lang.management.ManagementFactory;
import java.net.URI;
import java.nio.ByteBuffer;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.apache.hc.client5.http.async.methods.SimpleHttpRequest;
import org.apache.hc.client5.http.async.methods.SimpleRequestProducer;
import org.apache.hc.client5.http.impl.async.CloseableHttpAsyncClient;
import org.apache.hc.client5.http.protocol.HttpClientContext;
import org.apache.hc.core5.http2.H2ConnectionException;
import org.apache.hc.core5.http2.H2Error;
import org.apache.hc.core5.io.CloseMode;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Whatever frames an HTTP/2 server sends, a call ends by its deadline, sends no more than its attempts, and costs no call to
 * another origin of the same client. The settings of HttpClient are its defaults.
 */
@Timeout(value = 40, threadMode = Timeout.ThreadMode.SEPARATE_THREAD)
class HostileFramesTest {
    private static final Duration DEADLINE = Duration.ofSeconds(3);

    /** A busy machine may be slow to say so. */
    private static final Duration BY_THEN = Duration.ofSeconds(15);

    private static final int ATTEMPTS = 2;
    private static final long MEGABYTE = 1L << 20;
    private static final String[] FAST = {
        "timeout.attempt=400ms", "retry.max-attempts=" + ATTEMPTS, "backoff.initial=1ms", "discard.max-time=100ms"
    };

    /** The numbers of names in the table of RFC 7541. */
    private static final int CONTENT_TYPE = 31;

    private static final int LOCATION = 46;
    private static final byte[] BUSY = block(503, CONTENT_TYPE, "application/json");
    private static final byte[] MOVED = block(302, LOCATION, "/next");

    private enum Claim {
        /** It ends in time. */
        TIME,
        /** And no memory is held for it. */
        MEMORY,
        /** And the client leaves, so that the server gets rid of little. */
        BYTES
    }

    /** A name, what is claimed of it, and what is sent. */
    private static Stream<Arguments> malice() {
        return Stream.of(
                malice("SETTINGS", Claim.TIME, (wire, stream) -> wire.sendForever(frame(SETTINGS, 0, 0))),
                malice("SETTINGS that change the windows", Claim.BYTES, (wire, stream) -> {
                    byte[] narrow =
                            ByteBuffer.allocate(6).putShort((short) 4).putInt(0).array();
                    wire.sendForever(frame(SETTINGS, 0, 0, narrow));
                }),
                malice("PING", Claim.TIME, (wire, stream) -> wire.sendForever(frame(PING, 0, 0, new byte[8]))),
                malice(
                        "PRIORITY",
                        Claim.MEMORY,
                        (wire, stream) -> wire.sendForever(frame(PRIORITY, 0, stream, new byte[5]))),
                malice("frames of a kind that nobody knows", Claim.BYTES, (wire, stream) -> {
                    wire.sendForever(frame(0x77, 0, stream, new byte[10]));
                }),
                malice("informational heads", Claim.MEMORY, (wire, stream) -> {
                    wire.sendForever(frame(HEADERS, END_HEADERS, stream, block(103)));
                }),
                malice("empty DATA as the body of an error", Claim.MEMORY, (wire, stream) -> {
                    wire.send(frame(HEADERS, END_HEADERS, stream, BUSY));
                    wire.sendForever(frame(DATA, 0, stream));
                }),
                malice("empty DATA as the body of a redirect", Claim.MEMORY, (wire, stream) -> {
                    wire.send(frame(HEADERS, END_HEADERS, stream, MOVED));
                    wire.sendForever(frame(DATA, 0, stream));
                }),
                malice("DATA beyond every window", Claim.MEMORY, (wire, stream) -> {
                    wire.send(frame(HEADERS, END_HEADERS, stream, BUSY));
                    wire.sendForever(frame(DATA, 0, stream, new byte[1024]));
                }),
                malice("DATA before the head", Claim.BYTES, (wire, stream) -> wire.sendForever(frame(DATA, 0, stream))),
                malice("CONTINUATION without end", Claim.BYTES, (wire, stream) -> {
                    wire.send(frame(HEADERS, 0, stream, block(200)));
                    wire.sendForever(frame(CONTINUATION, 0, stream, block(200)));
                }),
                malice("empty CONTINUATION without end", Claim.MEMORY, (wire, stream) -> {
                    wire.send(frame(HEADERS, 0, stream, block(200)));
                    wire.sendForever(frame(CONTINUATION, 0, stream));
                }),
                malice("a field of 3 KB that is named 13,000 times", Claim.BYTES, (wire, stream) -> {
                    ByteBuffer bomb = ByteBuffer.allocate(16_000);
                    // Into the table: a name of one letter, a value of 3,000 (127 + 57 + 22 * 128); then its number,
                    // 62.
                    bomb.put(block(200)).put((byte) 0x40).put(new byte[] {1, 'x', 127, (byte) 0xb9, 22});
                    bomb.position(bomb.position() + 3000);
                    while (bomb.hasRemaining()) {
                        bomb.put((byte) (0x80 | 62));
                    }
                    byte[] bytes = bomb.array();
                    for (int i = 0; i < bytes.length; i++) {
                        bytes[i] = bytes[i] == 0 ? (byte) 'v' : bytes[i];
                    }
                    wire.sendForever(frame(HEADERS, END_HEADERS, stream, bytes));
                }),
                malice("WINDOW_UPDATE of the stream", Claim.MEMORY, (wire, stream) -> {
                    wire.sendForever(frame(WINDOW_UPDATE, 0, stream, number(1)));
                }),
                malice("WINDOW_UPDATE of the connection", Claim.MEMORY, (wire, stream) -> {
                    wire.sendForever(frame(WINDOW_UPDATE, 0, 0, number(1)));
                }),
                malice("WINDOW_UPDATE beyond the largest window", Claim.BYTES, (wire, stream) -> {
                    wire.sendForever(frame(WINDOW_UPDATE, 0, 0, number(Integer.MAX_VALUE)));
                }),
                malice("RST_STREAM that asks to come again", Claim.MEMORY, (wire, stream) -> {
                    wire.sendForever(frame(RST_STREAM, 0, stream, number(H2Error.REFUSED_STREAM.getCode())));
                }),
                malice("RST_STREAM of what is broken", Claim.MEMORY, (wire, stream) -> {
                    wire.sendForever(frame(RST_STREAM, 0, stream, number(H2Error.INTERNAL_ERROR.getCode())));
                }),
                malice("GOAWAY that nothing was done", Claim.MEMORY, (wire, stream) -> {
                    wire.sendForever(frame(GOAWAY, 0, 0, concat(number(0), number(0))));
                }),
                malice("GOAWAY that all will be done", Claim.MEMORY, (wire, stream) -> {
                    wire.sendForever(frame(GOAWAY, 0, 0, concat(number(Integer.MAX_VALUE), number(0))));
                }),
                malice("PUSH_PROMISE", Claim.BYTES, (wire, stream) -> {
                    wire.sendForever(frame(PUSH_PROMISE, END_HEADERS, stream, concat(number(2), block(200))));
                }),
                malice("PING, and reads no answer", Claim.TIME, (wire, stream) -> {
                    wire.stopReading();
                    wire.sendForever(frame(PING, 0, 0, new byte[8]));
                }),
                malice("SETTINGS, and reads no answer", Claim.TIME, (wire, stream) -> {
                    wire.stopReading();
                    wire.sendForever(frame(SETTINGS, 0, 0));
                }));
    }

    private static Arguments malice(String name, Claim claim, HostileFrames.Malice malice) {
        return Arguments.of(name, claim, malice);
    }

    private static byte[] concat(byte[] first, byte[] second) {
        return ByteBuffer.allocate(first.length + second.length)
                .put(first)
                .put(second)
                .array();
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("malice")
    void costOneConnectionForAllNoMoreThanTheDeadline(String name, Claim claim, HostileFrames.Malice malice)
            throws Exception {
        isBounded(Http2Kind.HTTP2_ONLY, claim, malice);
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("malice")
    void costAPoolOfConnectionsNoMoreThanTheDeadline(String name, Claim claim, HostileFrames.Malice malice)
            throws Exception {
        isBounded(Http2Kind.MULTIPLEXING_POOL, claim, malice);
    }

    private static void isBounded(Http2Kind kind, Claim claim, HostileFrames.Malice malice) throws Exception {
        try (HostileFrames server = HostileFrames.start(malice);
                Http2Server neighbour = Http2Server.start(stream -> stream.answer(200, "well"));
                ResilientHttp resilience = Scene.engine(List.of(FAST));
                CloseableHttpAsyncClient client = kind.build(resilience, 5).client()) {
            client.start();
            HttpClientContext context = HttpClientContext.create();
            ResilientHttpClient5.options(context, CallOptions.NONE.withDeadline(DEADLINE));
            long before = heap();
            long start = System.nanoTime();
            Future<Integer> call = client.execute(get(server.uri("/")), new HeadOnly(), context, null);
            while (server.requests() == 0 && !call.isDone()) {
                TimeUnit.MILLISECONDS.sleep(1);
            }
            Future<Integer> sibling = client.execute(get(neighbour.uri("/")), new HeadOnly(), null, null);
            try {
                call.get(BY_THEN.toSeconds(), TimeUnit.SECONDS);
            } catch (ExecutionException expected) {
                // That it ends is what matters.
            }

            assertThat(Duration.ofNanos(System.nanoTime() - start)).isLessThan(BY_THEN);
            assertThat(sibling.get(BY_THEN.toSeconds(), TimeUnit.SECONDS)).isEqualTo(200);
            List<AttemptReport> attempts = Scene.report(context).attempts();
            int redirects =
                    (int) attempts.stream().filter(one -> one.status() == 302).count();
            assertThat(attempts).hasSizeBetween(1, ATTEMPTS + redirects);
            assertThat(server.requests()).isBetween(1, ATTEMPTS + redirects);
            if (claim != Claim.TIME) {
                assertThat(heap() - before).as("held").isLessThan(64 * MEGABYTE);
            }
            if (claim == Claim.BYTES) {
                assertThat(server.sent()).isLessThan(64 * MEGABYTE);
            }
            client.close(CloseMode.IMMEDIATE);
        }
    }

    @ParameterizedTest
    @EnumSource(names = {"HTTP2_ONLY", "MULTIPLEXING_POOL"})
    void streamsThatAreAllResetCostNoMoreThanTheBudget(Http2Kind kind) throws Exception {
        HostileFrames.Malice refuses =
                (wire, stream) -> wire.send(frame(RST_STREAM, 0, stream, number(H2Error.REFUSED_STREAM.getCode())));
        int calls = 40;
        try (HostileFrames server = HostileFrames.start(refuses);
                ResilientHttp resilience =
                        Scene.engine(List.of("backoff.initial=1ms", "circuit-breaker.enabled=false"));
                CloseableHttpAsyncClient client = kind.build(resilience, 5).client()) {
            client.start();
            for (int n = 0; n < calls; n++) {
                assertThatThrownBy(client.execute(get(server.uri("/")), new HeadOnly(), null, null)::get)
                        .isInstanceOf(ExecutionException.class);
            }

            // Ten at once, and one a minute: a busy machine may take that long.
            assertThat(server.requests()).isBetween(calls, calls + 12);
            client.close(CloseMode.IMMEDIATE);
        }
    }

    /** HttpCore 5.4 answers a frame that it does not know with an error of its own, where it should ignore the frame. */
    @ParameterizedTest
    @EnumSource(names = {"HTTP2_ONLY", "MULTIPLEXING_POOL"})
    void aFrameOfAKindThatNobodyKnowsIsNotTakenForACancel(Http2Kind kind) throws Exception {
        HostileFrames.Malice unknown = (wire, stream) -> wire.send(frame(0x77, 0, 0, new byte[1]));
        try (HostileFrames server = HostileFrames.start(unknown);
                ResilientHttp resilience = Scene.engine(List.of("backoff.initial=1ms"));
                CloseableHttpAsyncClient client = kind.build(resilience, 5).client()) {
            client.start();
            HttpClientContext context = HttpClientContext.create();

            assertThatThrownBy(client.execute(get(server.uri("/")), new HeadOnly(), context, null)::get)
                    .hasCauseInstanceOf(H2ConnectionException.class)
                    .hasRootCauseInstanceOf(NullPointerException.class);

            assertThat(Scene.report(context).attempts()).hasSize(3).allSatisfy(one -> assertThat(one.verdict())
                    .isEqualTo(Verdict.BROKEN));
            client.close(CloseMode.IMMEDIATE);
        }
    }

    private static SimpleRequestProducer get(URI uri) {
        return SimpleRequestProducer.create(SimpleHttpRequest.create("GET", uri));
    }

    private static long heap() {
        System.gc();
        return ManagementFactory.getMemoryMXBean().getHeapMemoryUsage().getUsed();
    }
}
