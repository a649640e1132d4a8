// SPDX-License-Identifier: Apache-2.0
package io.github.resilienthttp.policy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ValueSyntaxTest {
    @ParameterizedTest
    @CsvSource({
        "https://api.github.com, https, api.github.com, 443, https://api.github.com",
        "HTTPS://API.GitHub.com:443, https, api.github.com, 443, https://api.github.com",
        "http://localhost, http, localhost, 80, http://localhost",
        "http://localhost:8080, http, localhost, 8080, http://localhost:8080",
        "http://[::1]:8080, http, ::1, 8080, http://[::1]:8080",
        "https://[FE80::A], https, fe80::a, 443, https://[fe80::a]",
        "https://a:1, https, a, 1, https://a:1",
        "https://a:65535, https, a, 65535, https://a:65535",
        "https://192.0.2.7, https, 192.0.2.7, 443, https://192.0.2.7"
    })
    void anOriginIsReadAndWritten(String text, String scheme, String host, int port, String printed) {
        Origin origin = Origin.parse(text);
        assertThat(origin).isEqualTo(new Origin(scheme, host, port)).hasToString(printed);
        assertThat(Origin.of(scheme, host, port)).isEqualTo(origin);
    }

    @ParameterizedTest
    @CsvSource({
        "api.github.com, not an origin",
        "//api.github.com, not an origin",
        "ftp://files.example, http or https",
        "https://api.github.com/, no path",
        "https://api.github.com/v3, no path",
        "https://api.github.com?x=1, no path",
        "https://api.github.com#x, no path",
        "https://@api.github.com, names no user",
        "https://user:secret@api.github.com, names no user",
        "https://, cannot be read",
        "https://a:0, a port is from 1 to 65535",
        "https://a:65536, a port is from 1 to 65535",
        "https://a:b, cannot be read",
        "https://::1, cannot be read",
        "https://[fe80::1%25eth0], cannot be read",
        "https://*.example, cannot be read",
        "https://bücher.example, ASCII",
        "https://a\u0080.example, ASCII"
    })
    void anOriginIsNothingElse(String text, String reason) {
        assertThatThrownBy(() -> Origin.parse(text))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining(reason)
                .hasMessageNotContaining("secret");
    }

    @Test
    void anOriginTakesTheImpliedPort() {
        assertThat(Origin.of("HTTP", "[::1]", -1)).isEqualTo(new Origin("http", "::1", 80));
        assertThat(Origin.of("https", "a", 0)).isEqualTo(new Origin("https", "a", 443));
        assertThatThrownBy(() -> Origin.of("gopher", "a", 0)).hasMessageContaining("port");
        assertThatThrownBy(() -> new Origin("", "a", 1)).hasMessageContaining("a scheme and a host");
        assertThatThrownBy(() -> new Origin("https", "", 1)).hasMessageContaining("a scheme and a host");
    }

    @Test
    void aScopeHasWhatItsKindNeeds() {
        assertThat(ScopeRule.parse("header:X-Key")).isEqualTo(ScopeRule.header("X-Key"));
        assertThat(ScopeRule.parse("path:2")).isEqualTo(ScopeRule.path(2));
        assertThatThrownBy(() -> new ScopeRule(ScopeRule.Kind.HEADER, null, 0)).hasMessageContaining("header:NAME");
        assertThatThrownBy(() -> new ScopeRule(ScopeRule.Kind.ORIGIN, "X", 0)).hasMessageContaining("header:NAME");
        assertThatThrownBy(() -> new ScopeRule(ScopeRule.Kind.CLIENT, null, 1)).hasMessageContaining("path:N");
        assertThatThrownBy(() -> ScopeRule.path(0)).hasMessageContaining("path:N");
    }

    @Test
    void aWindowIsACountOrATime() {
        assertThat(BreakerWindow.parse("100")).isEqualTo(BreakerWindow.calls(100));
        assertThat(BreakerWindow.parse("PT60S")).isEqualTo(BreakerWindow.time(Duration.ofMinutes(1)));
        assertThatThrownBy(() -> new BreakerWindow(5, Duration.ofSeconds(1))).hasMessageContaining("either");
        assertThatThrownBy(() -> BreakerWindow.time(Duration.ZERO)).hasMessageContaining("longer than 0");
    }

    @Test
    void aMarginIsAShareOrATime() {
        assertThat(RateMargin.parse("1 %")).isEqualTo(RateMargin.percent(1));
        assertThat(RateMargin.parse("200ms")).isEqualTo(RateMargin.fixed(Duration.ofMillis(200)));
        assertThatThrownBy(() -> new RateMargin(1, Duration.ZERO)).hasMessageContaining("either");
        assertThatThrownBy(() -> RateMargin.percent(Double.NaN)).hasMessageContaining("NaN");
        assertThatThrownBy(() -> RateMargin.fixed(Duration.ofMillis(-1))).hasMessageContaining("negative");
    }

    @ParameterizedTest
    @CsvSource({"0, 0B", "512, 512B", "1024, 1KB", "1500, 1500B", "16384, 16KB", "1048576, 1MB", "1073741824, 1GB"})
    void aSizeCountsIn1024(long bytes, String text) {
        assertThat(SizeText.parse(text)).isEqualTo(bytes);
        assertThat(SizeText.print(bytes)).isEqualTo(text);
        assertThat(SizeText.parse(Long.toString(bytes))).isEqualTo(bytes);
    }

    @Test
    void aPercentageMayHaveItsSign() {
        assertThat(NumberText.percent("50%")).isEqualTo(50);
        assertThat(NumberText.percent("0.5 %")).isEqualTo(0.5);
    }
}
