// SPDX-License-Identifier: Apache-2.0
package io.github.resilienthttp.json;

import static org.assertj.core.api.Assertions.assertThatCode;

import io.github.resilienthttp.hint.ErrorDetailsReader;
import io.github.resilienthttp.hint.HintReader;
import io.github.resilienthttp.policy.Policy;
import java.nio.charset.StandardCharsets;
import java.util.List;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

/** No body makes the reader, or the readers of what it read, throw. */
class JacksonJsonReaderProperties {
    private static final List<String> PIECES = List.of(
            "{",
            "}",
            "[",
            "]",
            ",",
            ":",
            "\"",
            "\\",
            "\\u00",
            "null",
            "true",
            "1",
            "-",
            "1E+999999999",
            "-1e-9",
            "0.5",
            "\"retryAfter\":",
            "\"error\":",
            "\"details\":",
            "\"@type\":",
            "\"google.rpc.RetryInfo\"",
            "\"retryDelay\":",
            "\"type\":",
            "\"errors\":",
            "\"code\":",
            "\"3s\"",
            " ",
            "\n",
            "\u0000",
            "ä");

    private static final JacksonJsonReader READER = new JacksonJsonReader();
    private static final HintReader HINTS =
            new HintReader(new Policy.Hints(List.of(), List.of("/retryAfter", "/error/0", "")));
    private static final ErrorDetailsReader DETAILS =
            new ErrorDetailsReader(new Policy.ErrorPointers("/code", "", "/errors", "/error"));

    @Property(tries = 5000)
    void survivesAnyBytes(@ForAll byte[] body) {
        assertThatCode(() -> readAll(body)).doesNotThrowAnyException();
    }

    @Property(tries = 5000)
    void survivesAnyNearJson(@ForAll("nearJson") String body) {
        assertThatCode(() -> readAll(body.getBytes(StandardCharsets.UTF_8))).doesNotThrowAnyException();
    }

    @Provide
    Arbitrary<String> nearJson() {
        Arbitrary<String> pieces = Arbitraries.of(PIECES).list().ofMaxSize(30).map(list -> String.join("", list));
        Arbitrary<String> values = Arbitraries.of("1", "\"3s\"", "null", "[]", "{}", "-1", "[\"a\",{\"field\":\"b\"}]");
        Arbitrary<String> names = Arbitraries.of("retryAfter", "error", "errors", "code", "type", "details");
        Arbitrary<String> members = names.flatMap(name -> values.map(value -> "\"" + name + "\":" + value));
        return Arbitraries.oneOf(pieces, members.list().ofMaxSize(6).map(list -> "{" + String.join(",", list) + "}"));
    }

    private static void readAll(byte[] body) {
        Object json = READER.parse(body);
        HINTS.readBody(json);
        DETAILS.read("application/problem+json", json);
        DETAILS.read("application/json", json);
    }
}
