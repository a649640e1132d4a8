// SPDX-License-Identifier: Apache-2.0
package io.github.resilienthttp.hint;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Input of a quarter of a million characters: what takes more than linear time takes minutes here. */
class BoundedTimeTest {
    private static final Duration LIMIT = Duration.ofSeconds(5);
    private static final int SIZE = 250_000;

    static List<String> values() {
        return List.of(
                "9".repeat(SIZE),
                "0".repeat(SIZE) + "5",
                "0." + "9".repeat(SIZE),
                "9".repeat(SIZE) + "x",
                "-".repeat(SIZE),
                ",".repeat(SIZE),
                "5,".repeat(SIZE / 2),
                "Sun,".repeat(SIZE / 4),
                "Sun, 06 Nov 1994 08:49:37 GMT,".repeat(SIZE / 30),
                " ".repeat(SIZE) + "5",
                "\t".repeat(SIZE),
                "1s".repeat(SIZE / 2),
                "1.1.".repeat(SIZE / 4),
                "s".repeat(SIZE),
                "\"a\";r=0;t=5,".repeat(SIZE / 12),
                "\"a\"" + ";r=0".repeat(SIZE / 4),
                "(" + "a ".repeat(SIZE / 2) + ");r=0",
                "(".repeat(SIZE) + "r=0",
                "\"" + "r=0".repeat(SIZE / 3));
    }

    @ParameterizedTest
    @MethodSource("values")
    void readsAnyFieldInLinearTime(String value) {
        assertTimeoutPreemptively(LIMIT, () -> {
            for (String name : HostileHeaders.NAMES) {
                HeaderLines headers = HeaderLines.of(name, value, "x-ratelimit-remaining-requests", "0");
                Hinting.READER.readHeaders(429, headers, Hinting.NOW);
                Hinting.READER.quotaUsedMillis(headers);
            }
            BodyDelay.millis(value);
            PrintableText.of(value);
        });
    }

    @Test
    void digitsTooManyToHoldSaturate() {
        assertThat(Hinting.retryAfter("9".repeat(60_000))).isEqualTo(Long.MAX_VALUE);
        assertThat(Hinting.retryAfter("0".repeat(60_000) + "5")).isEqualTo(5000);
        assertThat(BodyDelay.millis("9".repeat(60_000))).isEqualTo(Long.MAX_VALUE);
    }

    @Test
    void readsAHundredThousandLines() {
        List<Map.Entry<String, String>> lines = new ArrayList<>();
        for (int line = 0; line < 50_000; line++) {
            lines.add(Map.entry("x-ratelimit-remaining-" + line, "0"));
            lines.add(Map.entry("x-ratelimit-reset-" + line, line + "s"));
        }
        Collections.shuffle(lines, new Random(1));
        ServerHint hint = assertTimeoutPreemptively(
                LIMIT, () -> Hinting.READER.readHeaders(429, new HeaderLines(lines), Hinting.NOW));
        assertThat(hint.delayMillis()).isEqualTo(49_999_000);
    }

    @Test
    void aRateLimitFieldBeyondItsLimitIsIgnored() {
        String fits = "\"a\";r=0;t=5".concat(";x".repeat((RateLimitField.LONGEST - 20) / 2));
        assertThat(Hinting.hint429("RateLimit", fits).delayMillis()).isEqualTo(5000);
        assertThat(Hinting.hint429("RateLimit", fits + ";x".repeat(10))).isEqualTo(ServerHint.none());
    }
}
