package io.github.resilienthttp.policy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class DurationTextTest {
    @ParameterizedTest
    @CsvSource({
        "250ms, PT0.25S, 250ms",
        "8s, PT8S, 8s",
        "90s, PT1M30S, 90s",
        "1m, PT60S, 1m",
        "60s, PT60S, 1m",
        "2h, PT2H, 2h",
        "32d, P32D, 32d",
        "24h, P1D, 1d",
        "PT1.5S, PT1.5S, 1500ms",
        "pt8s, PT8S, 8s",
        "0s, PT0S, 0s",
        "0ms, PT0S, 0s",
        "PT0.0000001S, PT0.0000001S, PT0.0000001S",
        "PT-1S, PT-1S, PT-1S",
        "PT4611686018427387903S, PT4611686018427387903S, PT1281023894007607H45M3S"
    })
    void isReadAndWrittenShort(String text, Duration duration, String printed) {
        assertThat(DurationText.parse(text)).isEqualTo(duration);
        assertThat(DurationText.print(duration)).isEqualTo(printed);
    }

    @ParameterizedTest
    @ValueSource(strings = {"8S", "8 s", "1.5s", "-1s", "+1s", "s", "1w", "1us", "8sec", "P1Y", "٨s", "1e3ms"})
    void refusesOtherTexts(String text) {
        assertThatThrownBy(() -> DurationText.parse(text))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("not a duration");
    }

    @ParameterizedTest
    @CsvSource({"8, the unit is missing", "0, the unit is missing", "999999999999999999d, too long"})
    void saysWhatIsWrong(String text, String reason) {
        assertThatThrownBy(() -> DurationText.parse(text)).hasMessage(reason);
    }
}
