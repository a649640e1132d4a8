// SPDX-License-Identifier: Apache-2.0
package io.github.resilienthttp.gate;

import static io.github.resilienthttp.interleaving.Interleavings.explore;
import static io.github.resilienthttp.interleaving.Interleavings.require;
import static io.github.resilienthttp.interleaving.Interleavings.together;

import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

@Tag("interleaving")
class LimiterInterleavingTest {
    private static final long LENGTH = 100;
    private static final long NOW = 1_000;
    private static final long FOREVER = Long.MAX_VALUE;

    @Test
    void oneWindowHasOnePermitForTwo() {
        explore(() -> {
            Limiter limiter = new SlidingWindowLimiter(1, LENGTH);
            long[] grants = new long[2];

            together(() -> grants[0] = limiter.reserve(NOW, FOREVER), () -> grants[1] = limiter.reserve(NOW, FOREVER));

            require(Math.min(grants[0], grants[1]) == NOW, "the first at " + Math.min(grants[0], grants[1]));
            require(Math.max(grants[0], grants[1]) == NOW + LENGTH, "both at " + Math.max(grants[0], grants[1]));
        });
    }

    @Test
    void aPermitGivenBackServesOneOther() {
        explore(() -> {
            Limiter limiter = new SlidingWindowLimiter(1, LENGTH);
            long first = limiter.reserve(NOW, FOREVER);
            long[] grants = new long[2];

            together(
                    () -> limiter.refund(first),
                    () -> grants[0] = limiter.reserve(NOW, FOREVER),
                    () -> grants[1] = limiter.reserve(NOW, FOREVER));

            require(
                    Windows.fullest(List.of(grants[0], grants[1]), LENGTH) == 1,
                    "granted " + grants[0] + " and " + grants[1]);
            require(limiter.earliest(NOW) <= NOW + 3 * LENGTH, "next at " + limiter.earliest(NOW));
            limiter.refund(grants[0]);
            limiter.refund(grants[1]);
            require(limiter.idle(NOW), "something that was given back still counts");
        });
    }
}
