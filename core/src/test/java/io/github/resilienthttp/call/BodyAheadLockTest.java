// SPDX-License-Identifier: Apache-2.0
package io.github.resilienthttp.call;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.resilienthttp.gate.NextThread;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.junit.jupiter.api.Named;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class BodyAheadLockTest {
    private final BodyAhead ahead = new BodyAhead(new ByteArrayInputStream(new byte[] {1, 2, 3}), 100);

    static Stream<Named<Consumer<BodyAhead>>> steps() {
        return Stream.of(
                Named.of("read here", ahead -> ahead.readWhatIsHere(-1)),
                Named.of("read elsewhere", ahead -> ahead.readElsewhere(Long.MAX_VALUE)),
                Named.of("left", BodyAhead::awaitLeft),
                Named.of("interrupted", BodyAhead::interrupt),
                Named.of("left to itself", ahead -> ahead.whenLeft(() -> {})),
                Named.of("looked at", BodyAhead::finished),
                Named.of("ended", BodyAhead::ended),
                Named.of("busy", BodyAhead::busy),
                Named.of("shown", BodyAhead::whole),
                Named.of("ready", BodyAhead::ready),
                Named.of("taken", BodyAheadLockTest::take));
    }

    private static void take(BodyAhead ahead) {
        try {
            ahead.take(new byte[1], 0, 1);
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }

    @ParameterizedTest
    @MethodSource("steps")
    void afterAnyStepTheNextThreadIsLetIn(Consumer<BodyAhead> step) {
        step.accept(ahead);
        assertThat(NextThread.isLetIn(ahead::busy)).isTrue();
    }
}
