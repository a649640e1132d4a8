// SPDX-License-Identifier: Apache-2.0
package io.github.resilienthttp.fuzz;

import io.github.resilienthttp.hint.ErrorDetails;
import io.github.resilienthttp.hint.ErrorDetailsReader;
import io.github.resilienthttp.hint.HintReader;
import io.github.resilienthttp.hint.JsonReader;
import io.github.resilienthttp.hint.ServerHint;
import io.github.resilienthttp.json.JsonSupport;
import io.github.resilienthttp.policy.Policy;
import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** The body of an error: whatever it is, its values are of few kinds, and what is told of it is fit for a log line. */
public final class ErrorBodyFuzz {
    private static final int LONGEST_TEXT = 500;
    private static final int MOST_FIELDS = 32;
    private static final int DEEPEST = 64;
    private static final BigDecimal MOST_SECONDS = BigDecimal.valueOf(1_000_000_000_000L);

    private static final JsonReader JSON = Objects.requireNonNull(JsonSupport.find());
    private static final HintReader HINTS =
            new HintReader(new Policy.Hints(List.of(), List.of("/retryAfter", "/error/retryAfter", "/0")));
    private static final ErrorDetailsReader DETAILS = new ErrorDetailsReader(
            new Policy.ErrorPointers("/error/code", "/error/message", "/error/fields", "/error/requestId"));

    private ErrorBodyFuzz() {}

    public static void fuzzerTestOneInput(byte[] input) {
        Object json = JSON.parse(input);
        Claim.that(depth(json) <= DEEPEST, json);
        ServerHint hint = HINTS.readBody(json);
        if (json instanceof Map<?, ?> members && members.get("retryAfter") instanceof BigDecimal seconds) {
            check(seconds, hint);
        }
        check(DETAILS.read("application/json", json));
        check(DETAILS.read("application/problem+json; charset=utf-8", json));
    }

    private static void check(BigDecimal seconds, ServerHint hint) {
        if (hint.kind() == ServerHint.Kind.AFTER && seconds.signum() >= 0 && seconds.compareTo(MOST_SECONDS) < 0) {
            Claim.that(BigDecimal.valueOf(hint.delayMillis()).compareTo(seconds.movePointRight(3)) >= 0, hint);
        }
    }

    private static void check(@Nullable ErrorDetails details) {
        if (details == null) {
            return;
        }
        check(details.code());
        check(details.message());
        check(details.requestId());
        Claim.that(details.fields().size() <= MOST_FIELDS, details);
        details.fields().forEach((field, message) -> {
            check(field);
            check(message);
        });
    }

    private static void check(@Nullable String text) {
        if (text != null) {
            Claim.that(text.length() <= LONGEST_TEXT && Claim.isPlain(text), text);
        }
    }

    private static int depth(@Nullable Object value) {
        Stream<?> inside;
        if (value instanceof Map<?, ?> members) {
            Claim.that(members.keySet().stream().allMatch(String.class::isInstance), members);
            inside = members.values().stream();
        } else if (value instanceof List<?> items) {
            inside = items.stream();
        } else {
            Claim.that(
                    value == null || value instanceof String || value instanceof BigDecimal || value instanceof Boolean,
                    value);
            return 0;
        }
        return 1 + inside.mapToInt(ErrorBodyFuzz::depth).max().orElse(0);
    }
}
