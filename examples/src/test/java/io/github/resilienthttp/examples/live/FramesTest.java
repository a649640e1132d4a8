// SPDX-License-Identifier: Apache-2.0
package io.github.resilienthttp.examples.live;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class FramesTest {
    private static final Duration LONG = Duration.ofSeconds(30);
    private final Frames frames = new Frames();

    @Test
    void theLastOnesAreKept() throws InterruptedException {
        IntStream.rangeClosed(1, 1_000).forEach(n -> frames.add("f" + n));
        assertThat(frames.after(0, LONG)).hasSize(240).first().isEqualTo(new Frames.Frame(761, "f761"));
        assertThat(frames.after(998, LONG)).extracting(Frames.Frame::json).containsExactly("f999", "f1000");
    }

    @Test
    void whoWaitsInVainIsToldSo() throws InterruptedException {
        assertThat(frames.after(0, Duration.ofMillis(1))).isEmpty();
    }

    @Test
    void nobodyWaitsForWhatIsClosed() throws InterruptedException {
        frames.add("f");
        frames.close();
        assertThat(frames.after(1, LONG)).isEmpty();
        assertThat(frames.closed()).isTrue();
    }
}
