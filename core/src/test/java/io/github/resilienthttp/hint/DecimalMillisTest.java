// SPDX-License-Identifier: Apache-2.0
package io.github.resilienthttp.hint;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class DecimalMillisTest {
    @ParameterizedTest
    @CsvSource({
        "0, 0",
        "1, 1000",
        "007, 7000",
        "1.5, 1500",
        "0.0001, 1",
        "0.001, 1",
        "0.0010, 1",
        "0.0010000000000000000000001, 2",
        "0.0010000000000000000000000, 1",
        "1.2340, 1234",
        "1.2341, 1235",
        "0.999999999999, 1000",
        "9223372036854774, 9223372036854774000",
        "9223372036854775.807, 9223372036854775807",
        "9223372036854776, 9223372036854775807",
        "99999999999999999999999999, 9223372036854775807",
    })
    void readsSecondsRoundedUp(String text, long millis) {
        assertThat(DecimalMillis.parse(text, 1000)).isEqualTo(millis);
    }

    @ParameterizedTest
    @CsvSource({"1500.5, 1501", "9223372036854775807, 9223372036854775807", "0.000000001, 1"})
    void readsMillisecondsRoundedUp(String text, long millis) {
        assertThat(DecimalMillis.parse(text, 1)).isEqualTo(millis);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                " ",
                ".",
                "5.",
                ".5",
                "+5",
                "-5",
                "-0",
                "5 ",
                " 5",
                "1e3",
                "0x10",
                "10d",
                "10L",
                "1_000",
                "1.2.3",
                "NaN",
                "Infinity",
                "٣",
                "５",
                "²",
                "1٣",
                "1.٣",
                "5\u0000",
                "5\u00a0",
                "99999999999999999999999x"
            })
    void readsNothingElse(String text) {
        assertThat(DecimalMillis.parse(text, 1000)).isEqualTo(DecimalMillis.UNREADABLE);
    }
}
