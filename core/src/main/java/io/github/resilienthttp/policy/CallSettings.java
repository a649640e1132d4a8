// SPDX-License-Identifier: Apache-2.0
package io.github.resilienthttp.policy;

import io.github.resilienthttp.stability.Stable;
import java.time.Duration;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** The settings of a call as a whole, for code; defaults and meanings are those of {@link PolicyKeys}. */
@Stable
public sealed interface CallSettings permits PolicyBuilder {
    /**
     * Sets a key.
     *
     * @param <T> the type of its values
     * @param key one of {@link PolicyKeys}
     * @param value the value; one out of range is reported by {@link PolicyBuilder#build}
     * @return this
     */
    <T> PolicyBuilder set(PolicyKey<T> key, T value);

    /**
     * {@return this, with {@code mode} set}
     *
     * @param mode what is done with decisions
     */
    default PolicyBuilder mode(Mode mode) {
        return set(CallKeys.MODE, mode);
    }

    /**
     * {@return this, with {@code origins} set}
     *
     * @param origins whose unnamed requests belong to this client
     */
    default PolicyBuilder origins(Set<Origin> origins) {
        return set(CallKeys.ORIGINS, origins);
    }

    /**
     * {@return this, with {@code scope} set}
     *
     * @param rule by what state is shared
     */
    default PolicyBuilder scope(ScopeRule rule) {
        return set(CallKeys.SCOPE, rule);
    }

    /**
     * {@return this, with {@code timeout.total} set}
     *
     * @param total the whole call, waits included; 10ms to 24h
     */
    default PolicyBuilder timeoutTotal(Duration total) {
        return set(CallKeys.TIMEOUT_TOTAL, total);
    }

    /**
     * {@return this, with {@code timeout.attempt} set}
     *
     * @param attempt one attempt up to the response head; 10ms to 24h, not above the total
     */
    default PolicyBuilder timeoutAttempt(Duration attempt) {
        return set(CallKeys.TIMEOUT_ATTEMPT, attempt);
    }

    /**
     * {@return this, with {@code idempotency-key.header} set}
     *
     * @param name a header name
     */
    default PolicyBuilder idempotencyKeyHeader(String name) {
        return set(CallKeys.IDEMPOTENCY_KEY_HEADER, name);
    }

    /**
     * {@return this, with {@code idempotency-key.generate} set}
     *
     * @param generate whether POST and PATCH without the header get one
     */
    default PolicyBuilder idempotencyKeyGenerate(boolean generate) {
        return set(CallKeys.IDEMPOTENCY_KEY_GENERATE, generate);
    }

    /**
     * {@return this, with {@code attempt-header} set}
     *
     * @param name a header name; null for none
     */
    default PolicyBuilder attemptHeader(@Nullable String name) {
        return set(CallKeys.ATTEMPT_HEADER, Optional.ofNullable(name));
    }

    /**
     * {@return this, with {@code discard.max-drain} set}
     *
     * @param bytes 0 to 64 MB
     */
    default PolicyBuilder discardMaxDrain(long bytes) {
        return set(CallKeys.DISCARD_MAX_DRAIN, bytes);
    }

    /**
     * {@return this, with {@code discard.max-time} set}
     *
     * @param time 0s to 1m
     */
    default PolicyBuilder discardMaxTime(Duration time) {
        return set(CallKeys.DISCARD_MAX_TIME, time);
    }

    /**
     * {@return this, with {@code replay.max-body} set}
     *
     * @param bytes 0 to 1 GB
     */
    default PolicyBuilder replayMaxBody(long bytes) {
        return set(CallKeys.REPLAY_MAX_BODY, bytes);
    }

    /**
     * {@return this, with {@code error.code-pointer} set}
     *
     * @param pointer a JSON pointer; null for none
     */
    default PolicyBuilder errorCodePointer(@Nullable String pointer) {
        return set(CallKeys.ERROR_CODE_POINTER, Optional.ofNullable(pointer));
    }

    /**
     * {@return this, with {@code error.message-pointer} set}
     *
     * @param pointer a JSON pointer; null for none
     */
    default PolicyBuilder errorMessagePointer(@Nullable String pointer) {
        return set(CallKeys.ERROR_MESSAGE_POINTER, Optional.ofNullable(pointer));
    }

    /**
     * {@return this, with {@code error.fields-pointer} set}
     *
     * @param pointer a JSON pointer; null for none
     */
    default PolicyBuilder errorFieldsPointer(@Nullable String pointer) {
        return set(CallKeys.ERROR_FIELDS_POINTER, Optional.ofNullable(pointer));
    }

    /**
     * {@return this, with {@code error.request-id-pointer} set}
     *
     * @param pointer a JSON pointer; null for none
     */
    default PolicyBuilder errorRequestIdPointer(@Nullable String pointer) {
        return set(CallKeys.ERROR_REQUEST_ID_POINTER, Optional.ofNullable(pointer));
    }
}
