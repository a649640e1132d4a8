// SPDX-License-Identifier: Apache-2.0
package io.github.resilienthttp.call;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class CallOptionsTest {
    @Test
    void eachSettingLeavesTheOthers() {
        CallOptions all = CallOptions.NONE
                .withClient("github")
                .withDeadline(Duration.ofSeconds(2))
                .withIdempotent(true)
                .withScope("tenant 7 (Zürich)")
                .withDisabled();
        assertThat(all).isEqualTo(new CallOptions("github", Duration.ofSeconds(2), true, "tenant 7 (Zürich)", true));
        assertThat(CallOptions.NONE).isEqualTo(new CallOptions(null, null, null, null, false));
    }

    @ParameterizedTest
    @ValueSource(strings = {"PT0S", "PT-1S", "PT0.000999S", "PT24H0.001S"})
    void aDeadlineOutOfRangeIsRefused(Duration deadline) {
        assertThatThrownBy(() -> CallOptions.NONE.withDeadline(deadline))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("deadline " + deadline + ": 1ms to 24h is allowed");
    }

    @ParameterizedTest
    @ValueSource(strings = {"PT0.001S", "PT24H"})
    void theBoundsThemselvesAreAllowed(Duration deadline) {
        assertThat(CallOptions.NONE.withDeadline(deadline).deadline()).isEqualTo(deadline);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "  ", "a\nb", "a\u0000", "a\u2028b", "\u202Ea"})
    void aScopeThatCannotStandInALogLineIsRefused(String name) {
        assertThatThrownBy(() -> CallOptions.NONE.withScope(name))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageEndingWith(": 1 to 200 printable characters are allowed")
                .extracting(Throwable::getMessage)
                .asString()
                .doesNotContain("\n", "\u0000", "\u202E");
    }

    @Test
    void aScopeThatIsTooLongIsRefused() {
        assertThat(CallOptions.NONE.withScope("x".repeat(200)).scope()).hasSize(200);
        assertThatThrownBy(() -> CallOptions.NONE.withScope("x".repeat(201)))
                .isInstanceOf(IllegalArgumentException.class);
    }
}
