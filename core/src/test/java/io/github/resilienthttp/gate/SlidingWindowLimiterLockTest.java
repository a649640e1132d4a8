// SPDX-License-Identifier: Apache-2.0
package io.github.resilienthttp.gate;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.function.Consumer;
import java.util.stream.Stream;
import org.junit.jupiter.api.Named;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class SlidingWindowLimiterLockTest {
    private final SlidingWindowLimiter limiter = new SlidingWindowLimiter(2, 100);

    static Stream<Named<Consumer<SlidingWindowLimiter>>> steps() {
        return Stream.of(
                Named.of("a permit", limiter -> limiter.reserve(0, 0)),
                Named.of("several", limiter -> limiter.reserve(2, 0, 0)),
                Named.of("too many", limiter -> limiter.reserve(9, 0, 0)),
                Named.of("back", limiter -> limiter.refund(0)),
                Named.of("late", limiter -> limiter.move(0, 7)),
                Named.of("confirmed", limiter -> limiter.confirm(0, 0)),
                Named.of("looked at", limiter -> limiter.earliest(0)),
                Named.of("idle", limiter -> limiter.idle(0)),
                Named.of("left", limiter -> limiter.available(0)),
                Named.of("in line", limiter -> limiter.waiting(0)),
                Named.of("drained", limiter -> limiter.drain(0)),
                Named.of("changed", limiter -> limiter.permits(3)),
                Named.of("kept", limiter -> limiter.slots()));
    }

    @ParameterizedTest
    @MethodSource("steps")
    void afterAnyStepTheNextThreadIsLetIn(Consumer<SlidingWindowLimiter> step) {
        step.accept(limiter);
        assertThat(NextThread.isLetIn(() -> limiter.earliest(0))).isTrue();
    }
}
