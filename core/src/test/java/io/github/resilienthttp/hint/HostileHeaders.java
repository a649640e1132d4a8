// SPDX-License-Identifier: Apache-2.0
package io.github.resilienthttp.hint;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;

/** Header fields with values from all that a server could send: sense, near-sense and rubbish. */
final class HostileHeaders {
    static final List<String> NAMES = List.of(
            "x-ms-retry-after-ms",
            "Retry-After-Ms",
            "x-amz-retry-after",
            "grpc-retry-pushback-ms",
            "Retry-After",
            "RateLimit",
            "X-RateLimit-Retry-After",
            "X-RateLimit-Reset-After",
            "RateLimit-Reset",
            "X-RateLimit-Reset",
            "X-Rate-Limit-Reset",
            "RateLimit-Remaining",
            "X-RateLimit-Remaining",
            "x-ratelimit-reset-requests",
            "x-ratelimit-remaining-requests",
            "x-ratelimit-reset-",
            "x-should-retry",
            "Date",
            "Age",
            "X-Backoff");

    private static final List<String> PIECES = List.of(
            "0",
            "5",
            "-",
            "+",
            ".",
            ",",
            ":",
            ";",
            "=",
            "\"",
            "(",
            ")",
            " ",
            "\t",
            "r=0",
            ";t=5",
            "\"a\"",
            "pk=:",
            "Sun",
            "Sunday",
            "06",
            "Nov",
            "94",
            "1994",
            "2094",
            "08:49:37",
            "23:59:60",
            "GMT",
            "UTC",
            "+0130",
            "31-Feb-77",
            "29-Feb-00",
            "Feb 29",
            "9999",
            "1767225600",
            "99999999999999999999",
            "1e9",
            "0x",
            "ms",
            "s",
            "m",
            "h",
            "\u0000",
            "\u0663",
            "ä",
            "\ud83d",
            "false",
            "Inf");

    private HostileHeaders() {}

    static Arbitrary<String> values() {
        Arbitrary<String> pieced = Arbitraries.of(PIECES).list().ofMaxSize(12).map(pieces -> String.join("", pieces));
        Arbitrary<String> spaced = Arbitraries.of(PIECES).list().ofMaxSize(8).map(pieces -> String.join(" ", pieces));
        Arbitrary<String> ascii = Arbitraries.strings().ascii().ofMaxLength(40);
        Arbitrary<String> any = Arbitraries.strings().all().ofMaxLength(40);
        return Arbitraries.oneOf(pieced, spaced, ascii, any);
    }

    static Arbitrary<HeaderLines> headers() {
        return Combinators.combine(Arbitraries.of(NAMES), values())
                .as(Map::entry)
                .list()
                .ofMaxSize(8)
                .map(HeaderLines::new);
    }

    /** With one more line at the end. */
    static HeaderLines plus(HeaderLines headers, String name, String value) {
        List<Map.Entry<String, String>> lines = new ArrayList<>();
        headers.forEach((key, text) -> lines.add(Map.entry(key, text)));
        lines.add(Map.entry(name, value));
        return new HeaderLines(lines);
    }
}
