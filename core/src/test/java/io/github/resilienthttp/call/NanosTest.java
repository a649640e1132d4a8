// SPDX-License-Identifier: Apache-2.0
package io.github.resilienthttp.call;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class NanosTest {
    @Test
    void millisecondsAreAdded() {
        assertThat(Nanos.after(5, 3)).isEqualTo(3_000_005);
        assertThat(Nanos.after(5, 0)).isEqualTo(5);
    }

    @Test
    void whatCannotBeHeldIsForEver() {
        assertThat(Nanos.after(1, Long.MAX_VALUE)).isEqualTo(Long.MAX_VALUE);
        assertThat(Nanos.after(1_000_000, Long.MAX_VALUE / 1_000_000)).isEqualTo(Long.MAX_VALUE);
        assertThat(Nanos.after(Long.MAX_VALUE - 1, 1)).isEqualTo(Long.MAX_VALUE);
        assertThat(Nanos.after(0, Long.MAX_VALUE / 1_000_000)).isPositive().isLessThan(Long.MAX_VALUE);
    }
}
