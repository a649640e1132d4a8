// SPDX-License-Identifier: Apache-2.0
package io.github.resilienthttp.policy;

import io.github.resilienthttp.stability.Experimental;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * All keys of the configuration, in the order of the documentation. The builder, the properties, the documents and
 * tools' metadata all take defaults, ranges and meanings from here; a default stands nowhere else.
 */
@Experimental
public final class PolicyKeys {
    /** What every key of properties begins with, without the dot. */
    public static final String PREFIX = "resilient-http";

    private static final List<PolicyKey<?>> ALL = List.of(
            CallKeys.MODE,
            CallKeys.ORIGINS,
            CallKeys.SCOPE,
            CallKeys.TIMEOUT_TOTAL,
            CallKeys.TIMEOUT_ATTEMPT,
            RetryKeys.MAX_ATTEMPTS,
            RetryKeys.STATUSES,
            RetryKeys.METHODS,
            RetryKeys.BACKOFF_INITIAL,
            RetryKeys.BACKOFF_MULTIPLIER,
            RetryKeys.BACKOFF_MAX,
            RetryKeys.BACKOFF_JITTER,
            RetryKeys.RETRY_AFTER_MAX_WAIT,
            RetryKeys.THROTTLE_WITHOUT_HINT,
            RetryKeys.THROTTLE_UNSAFE_METHODS,
            RetryKeys.HINT_HEADERS,
            RetryKeys.HINT_BODY_POINTERS,
            GateKeys.COOLDOWN_ENABLED,
            GateKeys.COOLDOWN_MAX_WAIT,
            GateKeys.COOLDOWN_MAX_WAITING,
            GateKeys.COOLDOWN_MAX_HOLD,
            GateKeys.COOLDOWN_ON_QUOTA_USED,
            RetryKeys.BUDGET_ENABLED,
            RetryKeys.BUDGET_CAPACITY,
            RetryKeys.BUDGET_DEPOSIT,
            RetryKeys.BUDGET_REFILL_INTERVAL,
            GateKeys.BREAKER_ENABLED,
            GateKeys.BREAKER_FAILURE_RATE,
            GateKeys.BREAKER_WINDOW,
            GateKeys.BREAKER_MINIMUM_CALLS,
            GateKeys.BREAKER_OPEN_FOR,
            GateKeys.BREAKER_HALF_OPEN_CALLS,
            GateKeys.BREAKER_SLOW_CALL_DURATION,
            GateKeys.BREAKER_SLOW_CALL_RATE,
            GateKeys.BREAKER_INSTANCE,
            GateKeys.RATE_PERMITS,
            GateKeys.RATE_PERIOD,
            GateKeys.RATE_WINDOW,
            GateKeys.RATE_MARGIN,
            GateKeys.RATE_MAX_WAIT,
            GateKeys.RATE_INSTANCE,
            CallKeys.IDEMPOTENCY_KEY_HEADER,
            CallKeys.IDEMPOTENCY_KEY_GENERATE,
            CallKeys.ATTEMPT_HEADER,
            CallKeys.DISCARD_MAX_DRAIN,
            CallKeys.DISCARD_MAX_TIME,
            CallKeys.REPLAY_MAX_BODY,
            CallKeys.ERROR_CODE_POINTER,
            CallKeys.ERROR_MESSAGE_POINTER,
            CallKeys.ERROR_FIELDS_POINTER,
            CallKeys.ERROR_REQUEST_ID_POINTER);

    private static final Map<String, PolicyKey<?>> BY_NAME =
            ALL.stream().collect(Collectors.toUnmodifiableMap(PolicyKey::name, Function.identity()));
    private static final List<String> NAMES =
            ALL.stream().<String>map(PolicyKey::name).toList();

    private PolicyKeys() {}

    /**
     * All keys.
     *
     * @return the keys in the order of the documentation
     */
    public static List<PolicyKey<?>> all() {
        return ALL;
    }

    /**
     * Finds a key.
     *
     * @param name such as {@code timeout.total}
     * @return the key; empty where there is none of exactly that name
     */
    public static Optional<PolicyKey<?>> find(String name) {
        return Optional.ofNullable(BY_NAME.get(name));
    }

    /**
     * Finds the key that somebody probably meant.
     *
     * @param name a name with a slip in it
     * @return the name of the nearest key; empty where none is near
     */
    public static Optional<String> nearest(String name) {
        return NearestName.among(NAMES, name);
    }
}
