// SPDX-License-Identifier: Apache-2.0
package io.github.resilienthttp.spring;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.management.ThreadMXBean;
import io.github.resilienthttp.event.CallReport;
import io.github.resilienthttp.testkit.Reply;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.lang.management.ManagementFactory;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.springframework.web.client.RestClientException;

/** What a hostile server can cost a call over each of Spring's request factories, those included that cannot be cut. */
@Timeout(value = 60, threadMode = Timeout.ThreadMode.SEPARATE_THREAD)
class HostileServerOverFactoriesTest {
    /** A busy machine may be slow to say so. */
    private static final Duration BY_THEN = Duration.ofSeconds(15);

    private static final long MEGABYTE = 1L << 20;
    private static final String[] SETTINGS = {"timeout.attempt=500ms", "retry.max-attempts=2", "discard.max-time=200ms"
    };

    private final List<CallReport> reports = new ArrayList<>();

    @ParameterizedTest
    @EnumSource(Factory.class)
    void aHeadWithoutEndEndsByTheClientsLimitOrTheAttempts(Factory factory) throws Exception {
        isBounded(factory, Reply.status(200).endlessHead());
    }

    @ParameterizedTest
    @EnumSource(Factory.class)
    void digitsWithoutEndAreNoWait(Factory factory) throws Exception {
        isBounded(factory, Reply.status(429).header("Retry-After", "9".repeat(6000)));
    }

    @ParameterizedTest
    @EnumSource(Factory.class)
    void moreDigitsThanAClientReadsAreNoWaitEither(Factory factory) throws Exception {
        isBounded(factory, Reply.status(429).header("Retry-After", "9".repeat(1_000_000)));
    }

    @ParameterizedTest
    @EnumSource(Factory.class)
    void anErrorBodyThatDripsForEverCostsItsConnection(Factory factory) throws Exception {
        Reply drips = Reply.status(503)
                .header("Content-Type", "application/json")
                .body("[")
                .endlessBody()
                .chunked()
                .dripBody(Duration.ofMillis(40));

        assertThat(isBounded(factory, drips, Reply.ok("fine"))).isEqualTo("fine");
    }

    @ParameterizedTest
    @EnumSource(Factory.class)
    void anErrorBodyThatInflatesWithoutMeasureIsNotInflated(Factory factory) throws Exception {
        Reply bomb = Reply.status(503)
                .header("Content-Type", "application/json")
                .header("Content-Encoding", "gzip")
                .body(zeros(64));
        ThreadMXBean threads = (ThreadMXBean) ManagementFactory.getThreadMXBean();
        long before = threads.getCurrentThreadAllocatedBytes();

        assertThat(isBounded(factory, bomb, Reply.ok("fine"))).isEqualTo("fine");

        assertThat(threads.getCurrentThreadAllocatedBytes() - before).isLessThan(32 * MEGABYTE);
    }

    /** The body, or nothing where the call failed. */
    private String isBounded(Factory factory, Reply... replies) throws Exception {
        try (Scene scene = Scene.with(factory, SETTINGS)) {
            scene.server().on("/a").reply(replies);
            long start = System.nanoTime();
            String body;
            try {
                body = scene.client()
                        .get()
                        .uri("/a")
                        .attributes(ResilienceAttributes.reportTo(reports::add))
                        .retrieve()
                        .body(String.class);
            } catch (RestClientException expected) {
                // That it ends is what matters.
                body = null;
            }

            assertThat(Duration.ofNanos(System.nanoTime() - start)).isLessThan(BY_THEN);
            assertThat(scene.server().requestCount()).isBetween(1, 2);
            assertThat(reports).hasSize(1);
            return body == null ? "" : body;
        }
    }

    private static byte[] zeros(int megabytes) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (OutputStream out = new GZIPOutputStream(bytes)) {
            for (int n = 0; n < megabytes; n++) {
                out.write(new byte[1 << 20]);
            }
        }
        return bytes.toByteArray();
    }
}
