// SPDX-License-Identifier: Apache-2.0
package io.github.resilienthttp.call;

import io.github.resilienthttp.stability.Stable;
import java.time.Duration;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Settings of one request. Immutable; each {@code with} method returns a copy.
 *
 * @param client the name of the client it belongs to, or null for the one its origin belongs to
 * @param deadline the time the whole call may take, 1 ms to 24 h, instead of {@code timeout.total}; or null
 * @param idempotent whether it may be repeated after it may have been acted on; null: decided from the request
 * @param scope a scope of its own instead of the one the policy names; or null
 * @param disabled whether the engine keeps out of it altogether
 */
@Stable
public record CallOptions(
        @Nullable String client,
        @Nullable Duration deadline,
        @Nullable Boolean idempotent,
        @Nullable String scope,
        boolean disabled) {
    /** Nothing special. */
    public static final CallOptions NONE = new CallOptions(null, null, null, null, false);

    private static final Duration SHORTEST = Duration.ofMillis(1);
    private static final Duration LONGEST = Duration.ofHours(24);
    private static final Pattern SCOPE = Pattern.compile("(?=.*\\S)[^\\p{C}\\p{Zl}\\p{Zp}]{1,200}");

    /**
     * Checks the deadline and the name of the scope, which is going to stand in log lines and meters.
     *
     * @param client the name of a client, or null
     * @param deadline 1 ms to 24 h, or null
     * @param disabled whether the engine keeps out of it
     * @param idempotent the caller's mark, or null
     * @param scope 1 to 200 printable characters, not all of them blank; or null
     * @throws IllegalArgumentException where the deadline or the scope is not allowed
     */
    public CallOptions {
        if (deadline != null && (deadline.compareTo(SHORTEST) < 0 || deadline.compareTo(LONGEST) > 0)) {
            throw new IllegalArgumentException("deadline " + deadline + ": 1ms to 24h is allowed");
        }
        if (scope != null && !SCOPE.matcher(scope).matches()) {
            throw new IllegalArgumentException(
                    "scope \"" + scope.replaceAll("\\p{C}", "?") + "\": 1 to 200 printable characters are allowed");
        }
    }

    /**
     * The request belongs to this client.
     *
     * @param name the name
     * @return a copy
     */
    public CallOptions withClient(String name) {
        return new CallOptions(name, deadline, idempotent, scope, disabled);
    }

    /**
     * The whole call may take this long.
     *
     * @param total 1 ms to 24 h
     * @return a copy
     */
    public CallOptions withDeadline(Duration total) {
        return new CallOptions(client, total, idempotent, scope, disabled);
    }

    /**
     * The caller's own mark: it wins, either way.
     *
     * @param mark whether it may be repeated
     * @return a copy
     */
    public CallOptions withIdempotent(boolean mark) {
        return new CallOptions(client, deadline, mark, scope, disabled);
    }

    /**
     * State is shared under this name instead. It stands in log lines and meters as it is: no secrets.
     *
     * @param name 1 to 200 printable characters
     * @return a copy
     */
    public CallOptions withScope(String name) {
        return new CallOptions(client, deadline, idempotent, name, disabled);
    }

    /** {@return the request goes through untouched and uncounted} */
    public CallOptions withDisabled() {
        return new CallOptions(client, deadline, idempotent, scope, true);
    }
}
