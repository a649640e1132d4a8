package io.github.resilienthttp.decision;

import io.github.resilienthttp.hint.HeaderView;
import io.github.resilienthttp.policy.Policy;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Whether a request may be repeated after it may have been acted on (RFC 9110 section 9.2.2). Decided from the request,
 * before the first attempt. Pure.
 */
public final class Idempotency {
    private Idempotency() {}

    /**
     * @param mark what the caller says; wins either way where it is not null
     */
    public static boolean of(Policy policy, String method, HeaderView headers, @Nullable Boolean mark) {
        if (mark != null) {
            return mark;
        }
        return policy.retry().methods().contains(method)
                || headers.first(policy.idempotencyKey().header()) != null
                || guarded(headers);
    }

    /** Whether a key of its own makes sense on a request of this method: draft-ietf-httpapi-idempotency-key-header section 2. */
    public static boolean mayBeKeyed(String method) {
        return "POST".equals(method) || "PATCH".equals(method);
    }

    /** Whether a precondition makes a second execution fail: RFC 9110 sections 13.1.1 and 13.1.2. */
    private static boolean guarded(HeaderView headers) {
        if ("*".equals(trimmed(headers.first("If-None-Match")))) {
            return true;
        }
        List<String> ifMatch = headers.all("If-Match");
        return ifMatch.size() == 1 && oneStrongTag(ifMatch.get(0).trim());
    }

    private static @Nullable String trimmed(@Nullable String value) {
        return value == null ? null : value.trim();
    }

    /** {@code entity-tag = [ weak ] opaque-tag}: one pair of quotes round the whole, no weak prefix, no list. */
    private static boolean oneStrongTag(String value) {
        return value.length() >= 2
                && value.charAt(0) == '"'
                && value.indexOf('"', 1) == value.length() - 1;
    }
}
