// SPDX-License-Identifier: Apache-2.0
package io.github.resilienthttp.gate;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ScopeKeyTest {
    private static String origin(String scheme, String host, int port, @Nullable String extra) {
        return new ScopeKey(scheme, host, port, extra).label();
    }

    private static String named(@Nullable String name) {
        return new ScopeKey("", "", 0, name).label();
    }

    @Test
    void anOriginIsWrittenAsInTheConfiguration() {
        assertThat(origin("https", "api.example", 443, null)).isEqualTo("https://api.example");
        assertThat(origin("http", "api.example", 80, null)).isEqualTo("http://api.example");
        assertThat(origin("http", "api.example", 443, null)).isEqualTo("http://api.example:443");
        assertThat(origin("https", "::1", 8443, null)).isEqualTo("https://[::1]:8443");
    }

    @Test
    void aPathFollowsAndEverythingElseStandsApart() {
        assertThat(origin("https", "api.example", 443, "/v1/keys")).isEqualTo("https://api.example/v1/keys");
        assertThat(origin("https", "api.example", 443, "authorization#0a"))
                .isEqualTo("https://api.example authorization#0a");
    }

    @Test
    void theCallersOwnNameIsTheLabel() {
        assertThat(named("tenant-7")).isEqualTo("tenant-7");
        assertThat(named(null)).isEqualTo("client");
    }

    @Test
    void noTwoKeysHaveTheSameLabel() {
        List<String> labels = List.of(
                named(null),
                named(""),
                named("client"),
                named("named:client"),
                named("named:named:client"),
                named("other"),
                ScopeKey.REST,
                named("https://api.example"),
                origin("https", "api.example", 443, null),
                named("https://api.example/v1"),
                origin("https", "api.example", 443, "/v1"));
        assertThat(labels).doesNotHaveDuplicates();
    }

    @ParameterizedTest
    @CsvSource({
        ", , true",
        "a, a, true",
        "a, , false",
        ", a, false",
        "a, b, false",
    })
    void isOnlyWhatHasTheSameExtra(@Nullable String extra, @Nullable String asked, boolean same) {
        ScopeKey key = new ScopeKey("https", "api.example", 443, extra);
        assertThat(key.is("https", "api.example", 443, asked)).isEqualTo(same);
        assertThat(key.is("https", "api.example", 444, asked)).isFalse();
    }
}
