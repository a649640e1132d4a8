// SPDX-License-Identifier: Apache-2.0
package io.github.resilienthttp.hint;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class HttpDateTest {
    private static final Instant REFERENCE = Instant.parse("2026-01-01T00:00:00Z");

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "Sun, 06 Nov 1994 08:49:37 GMT      | 1994-11-06T08:49:37Z",
                "Sunday, 06-Nov-94 08:49:37 GMT     | 1994-11-06T08:49:37Z",
                "Sun Nov  6 08:49:37 1994           | 1994-11-06T08:49:37Z",
                "Sun, 6 Nov 1994 08:49:37 GMT       | 1994-11-06T08:49:37Z",
                "Sunday, 6-Nov-94 08:49:37 GMT      | 1994-11-06T08:49:37Z",
                "Sun Nov 06 08:49:37 1994           | 1994-11-06T08:49:37Z",
                "Sun, 06 Nov 1994 08:49:37 UTC      | 1994-11-06T08:49:37Z",
                "Sun, 06 Nov 1994 08:49:37 +0000    | 1994-11-06T08:49:37Z",
                "Sun, 06 Nov 1994 08:49:37 -0000    | 1994-11-06T08:49:37Z",
                "Sun, 06 Nov 1994 01:49:37 -0700    | 1994-11-06T08:49:37Z",
                "Sun, 06 Nov 1994 14:19:37 +0530    | 1994-11-06T08:49:37Z",
                "Mon, 06 Nov 1994 08:49:37 GMT      | 1994-11-06T08:49:37Z",
                "Sunday, 06 Nov 1994 08:49:37 GMT   | 1994-11-06T08:49:37Z",
                "06 Nov 1994 08:49:37 GMT           | 1994-11-06T08:49:37Z",
                "06-Nov-94 08:49:37 GMT             | 1994-11-06T08:49:37Z",
                "Nov  6 08:49:37 1994               | 1994-11-06T08:49:37Z",
                "Sun, 06 Nov 1994 23:49:37 +2300    | 1994-11-06T00:49:37Z",
                "Sun, 06 Nov 1994 08:49:37 +0059    | 1994-11-06T07:50:37Z",
                "Fri, 06 APR 2018 08:49:37 gmt      | 2018-04-06T08:49:37Z",
                "Fri, 06 apr 2018 08:49:37 gmt      | 2018-04-06T08:49:37Z",
                "SUN,06 NOV 1994  08:49:37 gmt      | 1994-11-06T08:49:37Z",
                "Sat, 31 Dec 2016 23:59:60 GMT      | 2017-01-01T00:00:00Z",
                "Thu, 29 Feb 2024 00:00:00 GMT      | 2024-02-29T00:00:00Z",
                "Fri, 31 Dec 9999 23:59:59 GMT      | 9999-12-31T23:59:59Z",
            })
    void reads(String text, Instant expected) {
        assertThat(HttpDate.parse(text, REFERENCE)).isEqualTo(expected);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "Sun",
                "Sun,",
                "Sun, 06",
                "Sun, 06 Nov 1994",
                "Sun, 06 Nov 1994 08:49:37",
                "Sun, 06 Nov 1994 08:49 GMT",
                "Sun, 06 Nov 1994 8:49:37 GMT",
                "Sun, 06 Nov 1994 24:00:00 GMT",
                "Sun, 06 Nov 1994 08:60:37 GMT",
                "Sun, 06 Nov 1994 08:49:61 GMT",
                "Sun, 06 Nov 94 08:49:37 GMT",
                "Sun, 06 Nov 01994 08:49:37 GMT",
                "Sun, 06 Nov -994 08:49:37 GMT",
                "Sun, 06 November 1994 08:49:37 GMT",
                "Sun, 06 11 1994 08:49:37 GMT",
                "Sun, 06 Noſ 1994 08:49:37 GMT",
                "ſun Nov  6 08:49:37 1994",
                "Sun, 06 Nov 1994 08:49:37 EST",
                "Sun, 06 Nov 1994 08:49:37 +24:00",
                "Sun, 06 Nov 1994 08:49:37 +2400",
                "Sun, 06 Nov 1994 08:49:37 +0060",
                "Sun, 06 Nov 1994 08:49:37 GMT tomorrow",
                "Sun, ٠٦ Nov 1994 08:49:37 GMT",
                "Sun, 00 Nov 1994 08:49:37 GMT",
                "Sun, 31 Nov 1994 08:49:37 GMT",
                "Wed, 29 Feb 2023 08:49:37 GMT",
                "Sunday, 06-Nov 08:49:37 GMT",
                "Sunday, 31-Feb-94 08:49:37 GMT",
                "2018-04-11T22:34:28Z"
            })
    void readsNothingElse(String text) {
        assertThat(HttpDate.parse(text, REFERENCE)).isNull();
    }

    @ParameterizedTest
    @CsvSource({
        "2026-01-01T00:00:00Z, 01-Jan-76 00:00:00, 2076-01-01T00:00:00Z",
        "2026-01-01T00:00:00Z, 01-Jan-76 00:00:01, 1976-01-01T00:00:01Z",
        "2026-01-01T00:00:00Z, 31-Dec-75 23:59:59, 2075-12-31T23:59:59Z",
        "1994-11-06T08:49:37Z, 06-Nov-44 08:49:37, 2044-11-06T08:49:37Z",
        "1994-11-06T08:49:37Z, 06-Nov-44 08:49:38, 1944-11-06T08:49:38Z",
        "2099-12-31T00:00:00Z, 01-Jan-00 00:00:00, 2100-01-01T00:00:00Z",
        "2060-01-01T00:00:00Z, 29-Feb-00 00:00:00, 2000-02-29T00:00:00Z",
    })
    void takesTheLatestYearThatIsNotMoreThanFiftyYearsAhead(Instant reference, String date, Instant expected) {
        assertThat(HttpDate.parse("Monday, " + date + " GMT", reference)).isEqualTo(expected);
    }

    @Test
    void looksAtNothingThatIsLongerThanADateCanBe() {
        assertThat(HttpDate.parse(" ".repeat(100) + "Sun, 06 Nov 1994 08:49:37 GMT", REFERENCE))
                .isNull();
    }
}
