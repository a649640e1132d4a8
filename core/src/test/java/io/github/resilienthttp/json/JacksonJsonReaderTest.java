// SPDX-License-Identifier: Apache-2.0
package io.github.resilienthttp.json;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;

import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class JacksonJsonReaderTest {
    private static final JacksonJsonReader READER = new JacksonJsonReader();

    @Test
    void readsEveryKindOfValue() {
        assertThat(parse(" {\"a\":[1,-2.50,1E+999999999,true,false,null,\"ü\\u0000\"],\"b\":{},\"a/b\":\"\"} "))
                .isEqualTo(Map.of(
                        "a",
                        Arrays.asList(
                                BigDecimal.ONE,
                                new BigDecimal("-2.50"),
                                new BigDecimal("1E+999999999"),
                                true,
                                false,
                                null,
                                "ü\u0000"),
                        "b",
                        Map.of(),
                        "a/b",
                        ""));
        assertThat(parse("7")).isEqualTo(BigDecimal.valueOf(7));
        assertThat(parse("[]")).isEqualTo(List.of());
        assertThat(parse("null")).isNull();
    }

    @Test
    void keepsTheOrderOfMembersAndTheLastOfTheSameName() {
        assertThat(parse("{\"b\":1,\"a\":2,\"b\":3}")).hasToString("{b=3, a=2}");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                " ",
                "{\"error\":",
                "{\"a\":1",
                "{\"a\":1}}",
                "{\"a\":1} x",
                "1 2",
                "[1,]",
                "{,}",
                "{\"a\"}",
                "{a:1}",
                "{'a':1}",
                "NaN",
                "[NaN]",
                "01",
                "+1",
                "1.",
                ".5",
                "[1] //",
                "/**/1",
                "\"a",
                "\"\\x\"",
                "\"\n\"",
                "tru",
                "<html></html>",
                "\ufeff"
            })
    void answersNullForWhatIsNoJson(String text) {
        assertThat(parse(text)).isNull();
    }

    @Test
    void answersNullForEveryDocumentThatIsCutOff() {
        byte[] whole = "{\"error\":{\"retryAfter\":[42,\"x\\n\",true,null,1.5e3]}}".getBytes(StandardCharsets.UTF_8);
        assertThat(READER.parse(whole)).isNotNull();
        for (int length = 0; length < whole.length; length++) {
            assertThat(READER.parse(Arrays.copyOf(whole, length))).isNull();
        }
    }

    @Test
    void replacesBrokenUtf8AndReadsTheRest() {
        byte[] latin1 = "{\"message\":\"zu häufig\",\"retryAfter\":42}".getBytes(StandardCharsets.ISO_8859_1);
        assertThat(READER.parse(latin1))
                .isEqualTo(Map.of("message", "zu h\ufffdufig", "retryAfter", BigDecimal.valueOf(42)));
    }

    @Test
    void holdsItsLimits() {
        int depth = JacksonJsonReader.DEEPEST;
        assertThat(parse("[".repeat(depth) + "]".repeat(depth))).isNotNull();
        assertThat(parse("[".repeat(depth + 1) + "]".repeat(depth + 1))).isNull();
        String longest = "\"" + "x".repeat(JacksonJsonReader.LONGEST - 2) + "\"";
        assertThat(parse(longest)).isNotNull();
        assertThat(parse(longest + " ")).isNull();
    }

    @ParameterizedTest
    @MethodSource("unreadableNumbers")
    void aNumberThatCannotBeHeldLeavesTheRestReadable(String number) {
        assertThat(parse("{\"n\":" + number + ",\"code\":\"E1\"}")).hasToString("{n=null, code=E1}");
    }

    static List<String> unreadableNumbers() {
        return List.of("9".repeat(60_000), "0." + "9".repeat(60_000), "1E+99999999999", "1E-99999999999");
    }

    @ParameterizedTest
    @MethodSource("longDocuments")
    void readsAnyDocumentOf64KibiBytesInBoundedTime(String text) {
        assertTimeoutPreemptively(Duration.ofSeconds(5), () -> parse(text));
    }

    static List<String> longDocuments() {
        int size = JacksonJsonReader.LONGEST;
        StringBuilder names = new StringBuilder("{\"a\":1");
        for (int name = 0; names.length() < size - 20; name++) {
            names.append(",\"").append(name).append("\":1");
        }
        return List.of(
                "[".repeat(size),
                "{\"a\":".repeat(size / 5),
                "[" + "1,".repeat(size / 2 - 1) + "1]",
                "[" + "\"a\",".repeat(size / 4 - 1) + "1]",
                names.append('}').toString(),
                "{\"" + "a".repeat(size - 10) + "\":1}",
                "\"" + "\\u0000".repeat(size / 6 - 1) + "\"",
                "-".repeat(size),
                " ".repeat(size),
                "9".repeat(size),
                "1e" + "9".repeat(size - 2));
    }

    private static @Nullable Object parse(String text) {
        return READER.parse(text.getBytes(StandardCharsets.UTF_8));
    }
}
