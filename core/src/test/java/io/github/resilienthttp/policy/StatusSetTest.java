// SPDX-License-Identifier: Apache-2.0
package io.github.resilienthttp.policy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class StatusSetTest {
    @Test
    void theDefaultIsEveryTransientServerError() {
        StatusSet set = StatusSet.parse("5xx, !501, !505-508, !510, !511");
        int[] members = IntStream.rangeClosed(-1000, 1000).filter(set::contains).toArray();
        assertThat(members).hasSize(93).startsWith(500, 502, 503, 504, 509, 512).endsWith(599);
    }

    @Test
    void anExclusionWinsWhereverItStands() {
        assertThat(StatusSet.parse("!503, 5xx")).isEqualTo(StatusSet.parse("5xx, !503"));
        assertThat(StatusSet.parse("5xx, !503, 503").contains(503)).isFalse();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "5xx, !501, !505-508, !510, !511 | 5xx, !501, !505-508, !510, !511",
                "!511,!510,!505-508,!501,500-599  | 5xx, !501, !505-508, !510, !511",
                "5xx                             | 5xx",
                "503, 500, 408, 502, 409         | 408, 409, 500, 502, 503",
                "500-503                         | 500-503",
                "500, 501, 502                   | 500-502",
                "500-549                         | 5xx, !550-599",
                "500-548                         | 500-548",
                "5xx, 425, !2xx, !429            | 5xx, 425",
                "none                            | none"
            })
    void isWrittenInOneWay(String text, String canonical) {
        assertThat(StatusSet.parse(text)).hasToString(canonical);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "429      | throttle.without-hint",
                "408, 429 | throttle.without-hint",
                "4xx      | 400-499: a 4xx is added only by name",
                "408-409  | by name",
                "400-599  | by name",
                "2xx      | 400 and more",
                "302      | 302: only statuses of 400 and more",
                "399-500  | 400 and more",
                "600      | 600 is not within 100 to 599",
                "099      | 099 is not within 100 to 599",
                "6xx      | 6xx is not within 100 to 599",
                "0xx      | not within",
                "508-505  | runs backwards",
                "5x       | cannot read 5x",
                "5XX      | cannot read 5XX",
                "-500     | cannot read",
                "500,     | an empty entry",
                "!501     | nothing is left",
                "503,!5xx | nothing is left"
            })
    void refusesWhatMayNotBeRepeatedOrCannotBeRead(String text, String reason) {
        assertThatThrownBy(() -> StatusSet.parse(text))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining(reason);
    }

    @Test
    void refusesAnEmptyText() {
        assertThatThrownBy(() -> StatusSet.parse("")).hasMessageContaining("an empty entry");
    }

    @Test
    void equalsByMembers() {
        assertThat(StatusSet.parse("500, 501, 502")).isEqualTo(StatusSet.parse("500-502"));
        assertThat(StatusSet.parse("500")).isNotEqualTo(StatusSet.parse("501")).isNotEqualTo("500");
        assertThat(StatusSet.parse("500")).hasSameHashCodeAs(StatusSet.parse("500"));
        assertThat(StatusSet.parse("500")).doesNotHaveSameHashCodeAs(StatusSet.parse("501"));
        assertThat(StatusSet.parse("none").isEmpty()).isTrue();
        assertThat(StatusSet.parse("500").isEmpty()).isFalse();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "5xx, !501, !505-508, !510, !511            | 5xx",
                "5xx, 408, !501, !505-508, !510, !511       | 5xx, 408",
                "5xx, !501, !503, !505-508, !510, !511      | 5xx, !503",
                "5xx                                        | 5xx, 501, 505-508, 510, 511",
                "502, 503                                   | 502, 503"
            })
    void isToldApartFromTheDefault(String text, String difference) {
        StatusSet base = RetryKeys.STATUSES.defaultValue();
        assertThat(StatusSet.parse(text).relativeTo(base, "5xx")).isEqualTo(difference);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "500, 501           | base, !502, !503",
                "500, 501, 504      | base, 504, !502, !503",
                "500                | 500",
                "500, 408, 409, 410 | 408, 409, 410, 500"
            })
    void isToldApartFromABaseWhereItHasHalfOfIt(String text, String difference) {
        assertThat(StatusSet.parse(text).relativeTo(StatusSet.parse("500-503"), "base"))
                .isEqualTo(difference);
    }
}
