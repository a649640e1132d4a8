// SPDX-License-Identifier: Apache-2.0
package io.github.resilienthttp.call;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class JsonMediaTest {
    @ParameterizedTest
    @ValueSource(
            strings = {
                "application/json",
                "APPLICATION/JSON",
                "application/json;charset=utf-8",
                " application/json ; charset=utf-8",
                "application/problem+json",
                "application/vnd.github.v3+json; charset=utf-8"
            })
    void json(String contentType) {
        assertThat(JsonMedia.matches(contentType)).isTrue();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"", "text/html", "application/jsonp", "text/plain; x=application/json", "application/json-seq"})
    void other(String contentType) {
        assertThat(JsonMedia.matches(contentType)).isFalse();
    }

    @Test
    void nothing() {
        assertThat(JsonMedia.matches(null)).isFalse();
    }
}
