// SPDX-License-Identifier: Apache-2.0
package io.github.resilienthttp.hint;

import static io.github.resilienthttp.hint.Hinting.hint429;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class QuotaResetTest {
    @ParameterizedTest
    @CsvSource({
        "17, 17000",
        "0, 0",
        "1.5, 1500",
        "999999999, 999999999000",
        "1000000000, 0",
        "1767225602, 2000",
        "1767225600, 0",
        "1767225599, 0",
        "1767225600.0001, 1",
        "99999999999999999999, 9223372036854775807",
    })
    void isADeltaBelow1e9AndAnInstantFromThereOn(String value, long millis) {
        assertThat(hint429("X-RateLimit-Reset", value)).isEqualTo(ServerHint.after(millis, "x-ratelimit-reset"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"RateLimit-Remaining", "X-RateLimit-Remaining", "X-Rate-Limit-Remaining"})
    void saysNothingWhileAnyOfTheQuotaIsLeft(String remaining) {
        for (String reset : new String[] {"RateLimit-Reset", "X-RateLimit-Reset", "X-Rate-Limit-Reset"}) {
            assertThat(hint429(reset, "5", remaining, "1")).isEqualTo(ServerHint.none());
            assertThat(hint429(reset, "5", remaining, " 0 ").delayMillis()).isEqualTo(5000);
            assertThat(hint429(reset, "5", remaining, "lots").delayMillis()).isEqualTo(5000);
            assertThat(hint429(reset, "5", remaining, "-1").delayMillis()).isEqualTo(5000);
            assertThat(hint429(reset, "5", remaining, "9, 0").delayMillis()).isEqualTo(5000);
        }
    }

    @Test
    void asksTheRemainingOfItsOwnFamilyFirst() {
        assertThat(hint429("X-RateLimit-Reset", "5", "RateLimit-Remaining", "3", "X-RateLimit-Remaining", "0")
                        .delayMillis())
                .isEqualTo(5000);
        assertThat(hint429("X-RateLimit-Reset", "5", "RateLimit-Remaining", "0", "X-RateLimit-Remaining", "3"))
                .isEqualTo(ServerHint.none());
    }

    @Test
    void theDelaysOfTheSameFamilyDoNotAskWhatIsLeft() {
        assertThat(hint429("X-RateLimit-Retry-After", "5", "X-RateLimit-Remaining", "3")
                        .delayMillis())
                .isEqualTo(5000);
        assertThat(hint429("X-RateLimit-Reset-After", "5.5", "X-RateLimit-Remaining", "3")
                        .delayMillis())
                .isEqualTo(5500);
    }

    @Test
    void anInstantIsMeasuredAgainstTheClockOfTheServer() {
        HeaderView headers =
                HeaderLines.of("X-RateLimit-Reset", "1767225630", "Date", "Thu, 01 Jan 2026 00:00:00 GMT", "Age", "10");
        assertThat(Hinting.READER.readHeaders(429, headers, Instant.EPOCH).delayMillis())
                .isEqualTo(20_000);
    }

    @Test
    void ofSeveralWindowsThatAreUsedUpTheLongestCounts() {
        assertThat(hint429(
                        "x-ratelimit-reset-requests", "6m0s",
                        "x-ratelimit-reset-tokens", "1.5s",
                        "X-RateLimit-Reset-Images", "2s",
                        "x-ratelimit-remaining-requests", "9",
                        "x-ratelimit-remaining-tokens", "0",
                        "x-ratelimit-remaining-images", "0"))
                .isEqualTo(ServerHint.after(2000, "x-ratelimit-reset-images"));
    }

    @ParameterizedTest
    @CsvSource(
            nullValues = "-",
            value = {"0, 0s, 0", "0, 12ms, 12", "0, 5, -1", "0, -5s, -1", "1, 5s, -1", "x, 5s, -1", "'', 5s, -1"})
    void aWindowCountsOnlyWhereItsOwnRemainingIsZero(String remaining, String reset, long millis) {
        ServerHint hint = hint429("x-ratelimit-remaining-requests", remaining, "x-ratelimit-reset-requests", reset);
        assertThat(hint)
                .isEqualTo(millis < 0 ? ServerHint.none() : ServerHint.after(millis, "x-ratelimit-reset-requests"));
        assertThat(hint429("x-ratelimit-remaining-tokens", "0", "x-ratelimit-reset-requests", reset))
                .isEqualTo(ServerHint.none());
    }
}
