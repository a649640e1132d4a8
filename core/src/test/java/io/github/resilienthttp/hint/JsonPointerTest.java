// SPDX-License-Identifier: Apache-2.0
package io.github.resilienthttp.hint;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class JsonPointerTest {
    /** The document of RFC 6901 section 5, with an array of arrays. */
    private static final Object DOCUMENT = Hinting.json("{\"foo\":[\"bar\",[\"baz\"]],\"\":0,\"a/b\":1,\"c%d\":2,"
            + "\"e^f\":3,\"g|h\":4,\"i\\\\j\":5,\"k\\\"l\":6,\" \":7,\"m~n\":8,\"~1\":9,\"0\":10}");

    @ParameterizedTest
    @CsvSource(
            delimiter = ';',
            value = {
                "/foo/0; bar",
                "/foo/1/0; baz",
                "/; 0",
                "/a~1b; 1",
                "/c%d; 2",
                "/e^f; 3",
                "/g|h; 4",
                "/i\\j; 5",
                "/k\"l; 6",
                "'/ '; 7",
                "/m~0n; 8",
                "/~01; 9",
                "/0; 10"
            })
    void findsTheValue(String pointer, String value) {
        JsonPointer parsed = JsonPointer.parse(pointer);
        assertThat(parsed.find(DOCUMENT)).hasToString(value);
        assertThat(parsed).hasToString(pointer);
    }

    @Test
    void theEmptyPointerIsTheWholeDocument() {
        assertThat(JsonPointer.parse("").find(DOCUMENT)).isSameAs(DOCUMENT);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/no",
                "/foo/2",
                "/foo/-",
                "/foo/-1",
                "/foo/00",
                "/foo/01",
                "/foo/",
                "/foo/+1",
                "/foo/x",
                "/foo/0/0",
                "/foo/9999999999999",
                "/foo/٠",
                "/a~1b/c",
                "//"
            })
    void findsNothingWhereThereIsNothing(String pointer) {
        assertThat(JsonPointer.parse(pointer).find(DOCUMENT)).isNull();
        assertThat(JsonPointer.parse(pointer).find(null)).isNull();
    }

    @ParameterizedTest
    @ValueSource(strings = {"foo", "foo/bar", "#/foo", " /foo", "/~", "/a~2", "/a/b~", "/~~0"})
    void saysWhatIsWrongWithTheText(String text) {
        assertThatThrownBy(() -> JsonPointer.parse(text))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("\"" + text + "\"")
                .hasMessageContaining("RFC 6901");
    }
}
