// SPDX-License-Identifier: Apache-2.0
package io.github.resilienthttp.decision;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.resilienthttp.hint.HeaderLines;
import io.github.resilienthttp.policy.Policy;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class IdempotencyTest {
    private static final Policy DEFAULT = Deciding.policy(p -> p);

    @ParameterizedTest
    @ValueSource(strings = {"GET", "HEAD", "OPTIONS", "TRACE", "PUT", "DELETE", "QUERY"})
    void byMethod(String method) {
        assertThat(Idempotency.of(DEFAULT, method, HeaderLines.of(), null)).isTrue();
    }

    @ParameterizedTest
    @ValueSource(strings = {"POST", "PATCH", "CONNECT", "get", "Get", "put", "PROPFIND", "GET ", ""})
    void notByMethod(String method) {
        assertThat(Idempotency.of(DEFAULT, method, HeaderLines.of(), null)).isFalse();
    }

    @Test
    void byTheMethodsOfTheClient() {
        Policy dav = Deciding.policy(p -> p.retryMethods("PROPFIND"));
        assertThat(Idempotency.of(dav, "PROPFIND", HeaderLines.of(), null)).isTrue();
        assertThat(Idempotency.of(dav, "GET", HeaderLines.of(), null)).isFalse();
    }

    @Test
    void byAnIdempotencyKey() {
        assertThat(post("Idempotency-Key", "\"8e03978e\"")).isTrue();
        assertThat(post("idempotency-key", "8e03978e")).isTrue();
    }

    @ParameterizedTest
    @ValueSource(strings = {"", " ", "\t"})
    void notByAnEmptyKey(String key) {
        assertThat(post("Idempotency-Key", key)).isFalse();
    }

    @Test
    void byTheKeyThatTheClientCallsSo() {
        Policy own = Deciding.policy(p -> p.set("idempotency-key.header", "X-Request-Key"));
        assertThat(Idempotency.of(own, "POST", HeaderLines.of("X-Request-Key", "1"), null))
                .isTrue();
        assertThat(Idempotency.of(own, "POST", HeaderLines.of("Idempotency-Key", "1"), null))
                .isFalse();
    }

    @ParameterizedTest
    @ValueSource(strings = {"\"v1\"", " \"v1\"\t", "\"\"", "\"a,b\"", "\"!#~\"", "\"\u0080\u00ff\""})
    void byOneStrongTagInIfMatch(String value) {
        assertThat(post("If-Match", value)).isTrue();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "*",
                "",
                "\"",
                "v1",
                "\"v1",
                "v1\"",
                "W/\"v1\"",
                "w/\"v1\"",
                "\"v1\", \"v2\"",
                "\"v1\",",
                "\"v1\"x\"",
                "\"v 1\"",
                "\"v\t1\"",
                "\"v\u007f\"",
                "'v1'"
            })
    void notByAnythingElseInIfMatch(String value) {
        assertThat(post("If-Match", value)).isFalse();
    }

    @Test
    void notByTwoIfMatch() {
        assertThat(post("If-Match", "\"v1\"", "If-Match", "\"v2\"")).isFalse();
    }

    @ParameterizedTest
    @ValueSource(strings = {"*", " * "})
    void byIfNoneMatchAny(String value) {
        assertThat(post("If-None-Match", value)).isTrue();
    }

    @ParameterizedTest
    @ValueSource(strings = {"\"v1\"", "W/\"v1\"", "*, \"v1\"", "\"*\"", ""})
    void notByAnythingElseInIfNoneMatch(String value) {
        assertThat(post("If-None-Match", value)).isFalse();
    }

    @Test
    void notByTwoIfNoneMatch() {
        assertThat(post("If-None-Match", "*", "If-None-Match", "\"v1\"")).isFalse();
    }

    @Test
    void theCallersMarkWinsEitherWay() {
        assertThat(Idempotency.of(DEFAULT, "POST", HeaderLines.of(), true)).isTrue();
        assertThat(Idempotency.of(DEFAULT, "GET", HeaderLines.of(), false)).isFalse();
        assertThat(Idempotency.of(DEFAULT, "POST", HeaderLines.of("Idempotency-Key", "1"), false))
                .isFalse();
    }

    @ParameterizedTest
    @ValueSource(strings = {"POST", "PATCH"})
    void aKeyFits(String method) {
        assertThat(Idempotency.mayBeKeyed(method)).isTrue();
    }

    @ParameterizedTest
    @ValueSource(strings = {"GET", "PUT", "post", "patch", "CONNECT", ""})
    void noKeyFits(String method) {
        assertThat(Idempotency.mayBeKeyed(method)).isFalse();
    }

    private static boolean post(String... headers) {
        return Idempotency.of(DEFAULT, "POST", HeaderLines.of(headers), null);
    }
}
