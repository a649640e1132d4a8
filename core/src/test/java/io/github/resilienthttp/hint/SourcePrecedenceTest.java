// SPDX-License-Identifier: Apache-2.0
package io.github.resilienthttp.hint;

import static io.github.resilienthttp.hint.Hinting.hint429;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.resilienthttp.policy.HintHeader;
import io.github.resilienthttp.policy.HintHeader.Unit;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class SourcePrecedenceTest {
    /** In the order of precedence; each says something else. */
    private static final List<Map.Entry<String, String>> SOURCES = List.of(
            Map.entry("x-ms-retry-after-ms", "1"),
            Map.entry("retry-after-ms", "2"),
            Map.entry("x-amz-retry-after", "3"),
            Map.entry("grpc-retry-pushback-ms", "4"),
            Map.entry("retry-after", "5"),
            Map.entry("ratelimit", "\"a\";r=0;t=6"),
            Map.entry("x-ratelimit-retry-after", "7"),
            Map.entry("x-ratelimit-reset-after", "8"),
            Map.entry("ratelimit-reset", "9"),
            Map.entry("x-ratelimit-reset", "10"),
            Map.entry("x-rate-limit-reset", "11"),
            Map.entry("x-ratelimit-reset-tokens", "12s"),
            Map.entry("x-backoff", "13"),
            Map.entry("x-backoff-ms", "14"));

    private static final List<Long> MILLIS =
            List.of(1L, 2L, 3L, 4L, 5000L, 6000L, 7000L, 8000L, 9000L, 10_000L, 11_000L, 12_000L, 13_000L, 14L);

    private static final HintReader READER = Hinting.reader(
            new HintHeader("X-Backoff", Unit.RETRY_AFTER), new HintHeader("X-Backoff-Ms", Unit.MILLISECONDS));

    static List<Integer> positions() {
        return List.of(0, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13);
    }

    @ParameterizedTest
    @MethodSource("positions")
    void theFirstSourceCountsWhateverTheOrderOfTheLines(int first) {
        List<Map.Entry<String, String>> lines = new ArrayList<>(SOURCES.subList(first, SOURCES.size()));
        lines.add(Map.entry("x-ratelimit-remaining-tokens", "0"));
        Collections.reverse(lines);

        assertThat(READER.readHeaders(429, new HeaderLines(lines), Hinting.NOW))
                .isEqualTo(
                        ServerHint.after(MILLIS.get(first), SOURCES.get(first).getKey()));
    }

    @ParameterizedTest
    @MethodSource("positions")
    void whatCannotBeReadFallsThrough(int last) {
        List<Map.Entry<String, String>> lines = new ArrayList<>();
        for (Map.Entry<String, String> source : SOURCES.subList(0, last)) {
            if (!source.getKey().equals("grpc-retry-pushback-ms")) {
                lines.add(Map.entry(source.getKey(), "-1"));
            }
        }
        lines.add(SOURCES.get(last));
        lines.add(Map.entry("x-ratelimit-remaining-tokens", "0"));

        assertThat(READER.readHeaders(429, new HeaderLines(lines), Hinting.NOW))
                .isEqualTo(ServerHint.after(MILLIS.get(last), SOURCES.get(last).getKey()));
    }

    @Test
    void headersOfTheClientAreNotReadUnlessItNamesThem() {
        assertThat(hint429("x-backoff", "13")).isEqualTo(ServerHint.none());
    }

    @ParameterizedTest
    @ValueSource(strings = {"false", " false\t"})
    void shouldRetryFalseForbidsAndKeepsTheDelay(String value) {
        assertThat(hint429("X-Should-Retry", value, "Retry-After", "5"))
                .isEqualTo(ServerHint.forbidden("x-should-retry", 5000));
        assertThat(hint429("Retry-After-Ms", "7", "X-Should-Retry", value))
                .isEqualTo(ServerHint.forbidden("x-should-retry", 7));
        assertThat(hint429("X-Should-Retry", value)).isEqualTo(ServerHint.forbidden("x-should-retry"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"true", "False", "FALSE", "no", "0", "", "false, false"})
    void shouldRetrySaysNothingElse(String value) {
        assertThat(hint429("X-Should-Retry", value)).isEqualTo(ServerHint.none());
    }

    @ParameterizedTest
    @ValueSource(strings = {"-1", "-0", "", " ", "soon", "5,10", "1e3", "٣"})
    void pushbackThatCannotBeReadForbids(String value) {
        assertThat(hint429("Retry-After", "5", "grpc-retry-pushback-ms", value).kind())
                .isEqualTo(ServerHint.Kind.FORBIDDEN);
        assertThat(hint429("grpc-retry-pushback-ms", "5", "grpc-retry-pushback-ms", value))
                .isEqualTo(ServerHint.forbidden("grpc-retry-pushback-ms", value.equals("5,10") ? 10 : 5));
    }

    @Test
    void aHintIsNeverNegative() {
        assertThatThrownBy(() -> ServerHint.after(-1, "x")).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> new ServerHint(ServerHint.Kind.NONE, 1, ""))
                .isInstanceOf(IllegalArgumentException.class);
    }
}
