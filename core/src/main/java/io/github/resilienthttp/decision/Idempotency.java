// SPDX-License-Identifier: Apache-2.0
package io.github.resilienthttp.decision;

import io.github.resilienthttp.hint.HeaderView;
import io.github.resilienthttp.policy.Policy;
import io.github.resilienthttp.stability.Internal;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Whether a request may be repeated after it may have been acted on (RFC 9110 section 9.2.2). Decided from the request,
 * before the first attempt. Pure, thread-safe.
 */
@Internal
public final class Idempotency {
    private Idempotency() {}

    /**
     * Decides whether a request is idempotent: by its method, compared case-sensitively (RFC 9110 section 9.1); by an
     * idempotency key; by one strong tag in {@code If-Match} or by {@code If-None-Match: *}, which make a second
     * execution fail (RFC 9110 sections 13.1.1 and 13.1.2).
     *
     * @param policy which methods count, and the name of the key's header
     * @param method the request's method, as sent
     * @param headers the request's header fields
     * @param mark what the caller says, or null; where it says anything, that wins
     * @return whether it may be repeated
     */
    public static boolean of(Policy policy, String method, HeaderView headers, @Nullable Boolean mark) {
        if (mark != null) {
            return mark;
        }
        return policy.retry().methods().contains(method)
                || keyed(headers.first(policy.idempotencyKey().header()))
                || guarded(headers);
    }

    /**
     * Says whether a key that the engine makes up fits a request of this method
     * (draft-ietf-httpapi-idempotency-key-header section 2).
     *
     * @param method the request's method, as sent
     * @return true for POST and PATCH
     */
    public static boolean mayBeKeyed(String method) {
        return "POST".equals(method) || "PATCH".equals(method);
    }

    /** An empty key is none: the server cannot tell by it that it has seen the request before. */
    private static boolean keyed(@Nullable String key) {
        return key != null && !key.isBlank();
    }

    private static boolean guarded(HeaderView headers) {
        return "*".equals(only(headers.all("If-None-Match"))) || isStrongTag(only(headers.all("If-Match")));
    }

    /** The value of a field that stands there once, without the whitespace around it; else empty. */
    private static String only(List<String> lines) {
        return lines.size() == 1 ? lines.get(0).trim() : "";
    }

    /** RFC 9110 section 8.8.3, one tag without the weak prefix: what is no such tag might not guard anything. */
    private static boolean isStrongTag(String value) {
        int last = value.length() - 1;
        return last > 0
                && value.charAt(0) == '"'
                && value.charAt(last) == '"'
                && value.substring(1, last).chars().allMatch(Idempotency::isTagCharacter);
    }

    private static boolean isTagCharacter(int character) {
        return character > 0x20 && character != '"' && character != 0x7F;
    }
}
