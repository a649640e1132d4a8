// SPDX-License-Identifier: Apache-2.0
package io.github.resilienthttp.hint;

import static io.github.resilienthttp.hint.Hinting.hintInBody;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.resilienthttp.policy.Policy;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class BodyHintsTest {
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "42 | 42000",
                "1.5 | 1500",
                "0 | 0",
                "0E+999999999 | 0",
                "0.0000001 | 1",
                "1.0000001 | 1001",
                "1E-999999999 | 1",
                "1E+3 | 1000000",
                "1E+999999999 | 9223372036854775807",
                "9223372036854775.807 | 9223372036854775807",
                "9223372036854775.806 | 9223372036854775806",
                "9223372036854776 | 9223372036854775807",
                "99999999999999999999999999 | 9223372036854775807",
                "\"42\" | 42000",
                "\" 42.5 \" | 42500",
                "\"3.500s\" | 3500",
                "\"250ms\" | 250",
                "\"2m\" | 120000",
            })
    void readsSecondsAndDurations(String value, long millis) {
        assertThat(hintInBody("{\"retryAfter\":" + value + "}")).isEqualTo(ServerHint.after(millis, "/retryAfter"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "-1",
                "-1E+999999999",
                "-0.5",
                "null",
                "true",
                "{}",
                "[42]",
                "\"\"",
                "\"-5\"",
                "\"-5s\"",
                "\"soon\"",
                "\"1e3\"",
                "\"in 42 seconds\"",
                "\"2026-01-01T00:00:00Z\""
            })
    void readsNothingElse(String value) {
        assertThat(hintInBody("{\"retryAfter\":" + value + "}")).isEqualTo(ServerHint.none());
    }

    @Test
    void theFirstPointerThatFindsADelayCounts() {
        assertThat(hintInBody("{\"retryAfter\":-1,\"retry_after\":2,\"error\":{\"retryAfter\":3}}"))
                .isEqualTo(ServerHint.after(2000, "/retry_after"));
        assertThat(hintInBody("{\"error\":{\"retryAfter\":3}}")).isEqualTo(ServerHint.after(3000, "/error/retryAfter"));
    }

    @Test
    void theWaitOfTheTicketApiIsFoundWithoutConfiguration() {
        assertThat(hintInBody("{\"success\":false,\"error\":{\"code\":\"RATE_LIMITED\",\"message\":\"Rate limit"
                        + " exceeded. Retry after 42 seconds.\",\"retryAfter\":42}}"))
                .isEqualTo(ServerHint.after(42_000, "/error/retryAfter"));
    }

    @Test
    void takesTheLongestRetryInfoOfGoogleRpc() {
        assertThat(hintInBody("{\"error\":{\"details\":[7,{\"@type\":\"type.googleapis.com/google.rpc.Help\","
                        + "\"retryDelay\":\"99s\"},{\"@type\":\"type.googleapis.com/google.rpc.RetryInfo\"},"
                        + "{\"@type\":\"type.googleapis.com/google.rpc.RetryInfo\",\"retryDelay\":\"3s\"},"
                        + "{\"@type\":\"type.googleapis.com/google.rpc.RetryInfo\",\"retryDelay\":\"5.5s\"}]}}"))
                .isEqualTo(ServerHint.after(5500, "/error/details"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "https://iana.org/assignments/http-problem-types#abnormal-usage-detected",
                "https://example.org/problems/abnormal-usage-detected",
                "abnormal-usage-detected"
            })
    void abnormalUsageForbidsAndKeepsTheDelay(String type) {
        assertThat(hintInBody("{\"type\":\"" + type + "\"}")).isEqualTo(ServerHint.forbidden("/type"));
        assertThat(hintInBody("{\"type\":\"" + type + "\",\"retryAfter\":5}"))
                .isEqualTo(ServerHint.forbidden("/type", 5000));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "https://iana.org/assignments/http-problem-types#quota-exceeded",
                "https://example.org/not-abnormal-usage-detected",
                "https://example.org/abnormal-usage-detected/no",
                "about:blank"
            })
    void otherProblemsForbidNothing(String type) {
        assertThat(hintInBody("{\"type\":\"" + type + "\"}")).isEqualTo(ServerHint.none());
    }

    @ParameterizedTest
    @ValueSource(strings = {"[]", "[[1]]", "\"text\"", "1", "true", "{\"error\":[]}", "{\"error\":{\"details\":{}}}"})
    void otherDocumentsSayNothing(String body) {
        assertThat(hintInBody(body)).isEqualTo(ServerHint.none());
    }

    @Test
    void noDocumentSaysNothing() {
        assertThat(Hinting.READER.readBody(null)).isEqualTo(ServerHint.none());
    }

    @Test
    void namesThePointerThatIsNone() {
        assertThatThrownBy(() -> new HintReader(new Policy.Hints(List.of(), List.of("/ok", "retryAfter"))))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("hint.body-pointers")
                .hasMessageContaining("\"retryAfter\"");
    }
}
