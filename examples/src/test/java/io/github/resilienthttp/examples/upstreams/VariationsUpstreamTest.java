package io.github.resilienthttp.examples.upstreams;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.resilienthttp.examples.upstreams.Caller.Seen;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class VariationsUpstreamTest {
    private static final String KEY = "Authorization: Bearer abc";
    private static final Duration PERIOD = Duration.ofSeconds(2);
    /** A limiter that never bites: the server's answers are all there is. */
    private static final String[] UNPACED = {"rate-limit.permits=1000", "rate-limit.period=1s"};

    private final VariationsUpstream upstream = VariationsUpstream.start(20, PERIOD);

    @AfterEach
    void stop() {
        upstream.close();
    }

    @ParameterizedTest
    @CsvSource({
        "400, /variations/invalid",
        "403, /variations/quota",
        "403, /variations/elsewhere",
        "404, /variations/nowhere",
    })
    void whatIsRejectedFailsFast(int status, String path) {
        try (Caller caller = new Caller(upstream)) {
            Seen seen = caller.get(path, KEY);
            assertThat(seen.status()).isEqualTo(status);
            assertThat(seen.reason()).isEqualTo("rejected");
            assertThat(caller.get(path, KEY).status()).isEqualTo(status);
            assertThat(upstream.requests()).isEqualTo(2);
        }
    }

    @Test
    void unauthenticatedFailsFast() {
        try (Caller caller = new Caller(upstream)) {
            assertThat(caller.get("/variations").status()).isEqualTo(401);
            assertThat(upstream.requests()).isEqualTo(1);
        }
    }

    @Test
    void aServerErrorIsRetried() {
        try (Caller caller = new Caller(upstream)) {
            upstream.failing(2);
            assertThat(caller.get("/variations", KEY).reason()).isEqualTo("recovered");
            assertThat(upstream.requests()).isEqualTo(3);
        }
    }

    @Test
    void aPacedClientIsNeverTold429() throws Exception {
        // The period is scaled down, what may pass on the way to the server is not: hence a margin of its own.
        try (Caller caller = new Caller(
                upstream, "rate-limit.period=" + PERIOD.toMillis() + "ms", "rate-limit.margin=1s")) {
            warmUp(caller);
            List<Integer> statuses = together(caller, 50);
            assertThat(statuses).containsOnly(200).hasSize(50);
            assertThat(upstream.throttled()).isZero();
            assertThat(upstream.requests()).isEqualTo(60);
        }
    }

    @Test
    void withoutPacingA429IsWaitedForAsTold() {
        try (VariationsUpstream narrow = VariationsUpstream.start(1, Duration.ofSeconds(3));
                Caller caller = new Caller(narrow, UNPACED)) {
            assertThat(caller.get("/variations", KEY).reason()).isEqualTo("success");
            Seen second = caller.get("/variations", KEY);
            assertThat(second.status()).isEqualTo(200);
            assertThat(second.reason()).isEqualTo("recovered");
            assertThat(narrow.throttled()).isEqualTo(1);
        }
    }

    @Test
    void withoutPacingAllCallsOfTheKeyHoldOffTogether() throws Exception {
        try (VariationsUpstream documented = VariationsUpstream.start(20, Duration.ofSeconds(60));
                Caller caller = new Caller(documented, UNPACED)) {
            for (int i = 0; i < 20; i++) {
                assertThat(caller.get("/variations", KEY).status()).isEqualTo(200);
            }
            assertThat(caller.get("/variations", KEY).reason()).isEqualTo("hint-too-long");
            assertThat(together(caller, 10)).as("refused, not sent").containsOnly(0);
            assertThat(caller.get("/variations", "Authorization: Bearer other").status()).isEqualTo(200);
            assertThat(documented.throttled()).isEqualTo(1);
            assertThat(documented.requests()).isEqualTo(22);
        }
    }

    /** As another user: each key has a limit of its own. */
    private static void warmUp(Caller caller) {
        for (int i = 0; i < 10; i++) {
            caller.get("/variations", "Authorization: Bearer warm-up");
        }
    }

    private static List<Integer> together(Caller caller, int calls) throws Exception {
        ExecutorService threads = Executors.newFixedThreadPool(calls);
        try {
            Callable<Integer> call = () -> caller.get("/variations", KEY).status();
            List<Future<Integer>> all = threads.invokeAll(
                    IntStream.range(0, calls).mapToObj(i -> call).toList());
            return all.stream().map(VariationsUpstreamTest::value).toList();
        } finally {
            threads.shutdownNow();
        }
    }

    private static Integer value(Future<Integer> done) {
        try {
            return done.get();
        } catch (Exception failed) {
            throw new AssertionError(failed);
        }
    }
}
