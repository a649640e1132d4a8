// SPDX-License-Identifier: Apache-2.0
package io.github.resilienthttp.hint;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class DurationTextTest {
    @ParameterizedTest
    @CsvSource({
        "6m0s, 360000",
        "1s, 1000",
        "12ms, 12",
        "1h2m3.5s, 3723500",
        "2m59.56s, 179560",
        "3.500s, 3500",
        "250ms, 250",
        "2m, 120000",
        "0.5ms, 1",
        "1.5m, 90000",
        "7d, 604800000",
        "0s, 0",
        "99999999999999999999h1s, 9223372036854775807",
    })
    void readsTheSumOfItsParts(String text, long millis) {
        assertThat(DurationText.parse(text)).isEqualTo(millis);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "", "5", "s", "5S", "5 s", "-5s", "1h-2m", "5x", "5sec", "5mss", "5ns", "1h2", ".5s", "5.s", "PT5S",
                "٣s", "1e3s", "1s,2s"
            })
    void readsNothingElse(String text) {
        assertThat(DurationText.parse(text)).isEqualTo(DecimalMillis.UNREADABLE);
    }
}
