// SPDX-License-Identifier: Apache-2.0
package io.github.resilienthttp.hint;

import static io.github.resilienthttp.hint.Hinting.retryAfter;
import static io.github.resilienthttp.hint.Hinting.retryAfterAt;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class RetryAfterTest {
    private static final String IN_30_SECONDS = "Thu, 01 Jan 2026 00:00:30 GMT";
    private static final String IN_60_SECONDS = "Thursday, 01-Jan-26 00:01:00 GMT";

    @Test
    void isAbsentWithoutTheField() {
        assertThat(retryAfter()).isEqualTo(-1);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "5, 7                                    | 7000",
                "7,5,                                    | 7000",
                ",,5                                     | 5000",
                "abc, 5                                  | 5000",
                "5, abc                                  | 5000",
                "Thu, 01 Jan 2026 00:00:30 GMT, 5        | 30000",
                "45, Thu, 01 Jan 2026 00:00:30 GMT       | 45000",
                "Thu Jan  1 00:00:30 2026, 5             | 30000",
                "Thu, 01 Jan 2026 00:00:30 GMT, Thursday, 01-Jan-26 00:01:00 GMT | 60000",
            })
    void takesTheLongestMemberThatCanBeRead(String value, long millis) {
        assertThat(retryAfter(value)).isEqualTo(millis);
    }

    @Test
    void takesTheLongestOfSeveralLines() {
        assertThat(retryAfter("5", IN_60_SECONDS, IN_30_SECONDS, "never")).isEqualTo(60_000);
    }

    @Test
    void readsADateThatTheHeaderViewSplitAtItsComma() {
        assertThat(retryAfter("Thu", " 01 Jan 2026 00:00:30 GMT")).isEqualTo(30_000);
    }

    @ParameterizedTest
    @ValueSource(strings = {"Thu, 01", "Thu, 5", "Thu, 01 Jan", ",", ", ,", "5;6", "5 6", "soon"})
    void doesNotReadPiecesOfADateAsSeconds(String value) {
        assertThat(retryAfter(value)).isEqualTo(-1);
    }

    @ParameterizedTest
    @CsvSource({
        "2026-01-01T00:00:29.999999999Z, 1",
        "2026-01-01T00:00:29.998999999Z, 2",
        "2026-01-01T00:00:29.999Z, 1",
        "2026-01-01T00:00:30Z, 0",
        "2026-01-01T00:00:30.000000001Z, 0",
        "2026-01-02T00:00:00Z, 0",
    })
    void roundsTheTimeUntilADateUp(Instant now, long millis) {
        assertThat(retryAfterAt(now, IN_30_SECONDS)).isEqualTo(millis);
    }

    @ParameterizedTest
    @CsvSource(
            nullValues = "-",
            value = {
                "'Thu, 01 Jan 2026 00:00:00 GMT', -, 30000",
                "'Thu, 01 Jan 2026 00:00:00 GMT', 10, 20000",
                "'Thu, 01 Jan 2026 00:00:00 GMT', '10, 20', 20000",
                "'Thu, 01 Jan 2026 00:00:00 GMT', ' 10 ', 20000",
                "'Thu, 01 Jan 2026 00:00:00 GMT', 40, 0",
                "'Thu, 01 Jan 2026 00:00:00 GMT', -10, 30000",
                "'Thu, 01 Jan 2026 00:00:00 GMT', 10.5, 30000",
                "'Thu, 01 Jan 2026 00:00:00 GMT', ten, 30000",
                "'Thu, 01 Jan 2026 00:00:00 GMT', 99999999999999999999999999, 0",
                "'Thursday, 01-Jan-26 00:00:00 GMT', -, 30000",
                "Thu Jan  1 00:00:00 2026, -, 30000",
                "yesterday, 10, 31536030000",
                "-, 10, 31536030000",
            })
    void measuresADateAgainstTheClockOfTheServer(String date, String age, long millis) {
        Instant aYearSlow = Instant.parse("2025-01-01T00:00:00Z");
        List<Map.Entry<String, String>> lines = new ArrayList<>();
        lines.add(Map.entry("Retry-After", IN_30_SECONDS));
        if (date != null) {
            lines.add(Map.entry("Date", date));
        }
        if (age != null) {
            lines.add(Map.entry("Age", age));
        }
        assertThat(Hinting.READER.retryAfterMillis(new HeaderLines(lines), aYearSlow))
                .isEqualTo(millis);
    }

    @Test
    void resolvesATwoDigitYearByTheClockOfTheServer() {
        HeaderView headers = HeaderLines.of("Retry-After", IN_60_SECONDS, "Date", "Thu, 01 Jan 2026 00:00:00 GMT");
        assertThat(Hinting.READER.retryAfterMillis(headers, Instant.EPOCH)).isEqualTo(60_000);
    }

    @Test
    void secondsDoNotDependOnAnyClock() {
        HeaderView headers = HeaderLines.of("Retry-After", "60", "Date", "Thu, 01 Jan 2026 00:00:00 GMT", "Age", "50");
        assertThat(Hinting.READER.retryAfterMillis(headers, Instant.EPOCH)).isEqualTo(60_000);
    }
}
