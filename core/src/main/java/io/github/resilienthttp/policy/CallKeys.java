// SPDX-License-Identifier: Apache-2.0
package io.github.resilienthttp.policy;

import java.time.Duration;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;

/** The keys of a call as a whole: whose it is, how long it may take, what is read and what is sent along. */
final class CallKeys {
    static final PolicyKey<Mode> MODE = PolicyKey.of(
            "mode",
            ValueTypes.oneOf(Mode.class).note("in YAML write \"off\" with quotes, else it means false"),
            "enforce",
            Policy::mode,
            "whether decisions are carried out, only reported, or not made at all");
    static final PolicyKey<Set<Origin>> ORIGINS = PolicyKey.of(
                    "origins",
                    ValueTypes.ORIGIN.set(),
                    "none",
                    Policy::origins,
                    "the origins whose requests belong to this client when they name none")
            .ofClientsOnly();
    static final PolicyKey<ScopeRule> SCOPE = PolicyKey.of(
            "scope",
            ValueTypes.SCOPE,
            "origin",
            Policy::scope,
            "by what breaker, cool-down, budget and rate limit are shared");
    static final PolicyKey<Duration> TIMEOUT_TOTAL = PolicyKey.of(
            "timeout.total",
            ValueTypes.duration("10ms", "24h"),
            "30s",
            policy -> policy.timeout().total(),
            "bounds the whole call, waits included");
    static final PolicyKey<Duration> TIMEOUT_ATTEMPT = PolicyKey.of(
            "timeout.attempt",
            ValueTypes.duration("10ms", "24h"),
            "8s",
            policy -> policy.timeout().attempt(),
            "bounds one attempt up to the response head; not above timeout.total, and where it is not set, cut to"
                    + " that");
    static final PolicyKey<String> IDEMPOTENCY_KEY_HEADER = PolicyKey.of(
            "idempotency-key.header",
            ValueTypes.OWN_HEADER,
            "Idempotency-Key",
            policy -> policy.idempotencyKey().header(),
            "the header that marks a request as idempotent");
    static final PolicyKey<Boolean> IDEMPOTENCY_KEY_GENERATE = PolicyKey.of(
            "idempotency-key.generate",
            ValueTypes.BOOLEAN,
            "false",
            policy -> policy.idempotencyKey().generate(),
            "whether POST and PATCH without that header get one, the same for all attempts of a call");
    static final PolicyKey<Optional<String>> ATTEMPT_HEADER = PolicyKey.of(
            "attempt-header",
            ValueTypes.OWN_HEADER.orNone(),
            "none",
            policy -> Optional.ofNullable(policy.attemptHeader()),
            "the header that tells the server which attempt it is, such as X-Attempt with the value 2/3");
    static final PolicyKey<Long> DISCARD_MAX_DRAIN = PolicyKey.of(
            "discard.max-drain",
            ValueTypes.size("64MB"),
            "16KB",
            policy -> policy.discard().maxDrain(),
            "how much of a discarded response is read so that its connection can be used again");
    static final PolicyKey<Duration> DISCARD_MAX_TIME = PolicyKey.of(
            "discard.max-time",
            ValueTypes.duration("0s", "1m"),
            "250ms",
            policy -> policy.discard().maxTime(),
            "how long the engine reads a body for purposes of its own");
    static final PolicyKey<Long> REPLAY_MAX_BODY = PolicyKey.of(
            "replay.max-body",
            ValueTypes.size("1GB"),
            "1MB",
            Policy::replayMaxBody,
            "up to which size an adapter that has to buffer a request body does so; a larger one is not sent again");
    static final PolicyKey<Optional<String>> ERROR_CODE_POINTER = pointer(
            "error.code-pointer",
            policy -> Optional.ofNullable(policy.error().code()),
            "where the body of an error holds its code");
    static final PolicyKey<Optional<String>> ERROR_MESSAGE_POINTER = pointer(
            "error.message-pointer",
            policy -> Optional.ofNullable(policy.error().message()),
            "where the body of an error holds its message");
    static final PolicyKey<Optional<String>> ERROR_FIELDS_POINTER = pointer(
            "error.fields-pointer",
            policy -> Optional.ofNullable(policy.error().fields()),
            "where the body of an error says which fields are wrong");
    static final PolicyKey<Optional<String>> ERROR_REQUEST_ID_POINTER = pointer(
            "error.request-id-pointer",
            policy -> Optional.ofNullable(policy.error().requestId()),
            "where the body of an error holds the server's id of the request");

    private CallKeys() {}

    private static PolicyKey<Optional<String>> pointer(
            String name, Function<Policy, Optional<String>> reader, String meaning) {
        return PolicyKey.of(name, ValueTypes.POINTER.orNone(), "none", reader, meaning);
    }
}
