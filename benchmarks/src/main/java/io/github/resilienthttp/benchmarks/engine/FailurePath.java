// SPDX-License-Identifier: Apache-2.0
package io.github.resilienthttp.benchmarks.engine;

import io.github.resilienthttp.benchmarks.Subject;
import io.github.resilienthttp.benchmarks.SubjectSource;
import io.github.resilienthttp.benchmarks.Variant;

/** Calls that do not go well at once: the engines alone. */
public enum FailurePath implements Variant {
    /** A success, to compare with. */
    OURS_SUCCESS(200, () -> Ours.of(Policies.standard(), 200)),
    /** A 404 goes to the caller at once. */
    OURS_NOT_FOUND(404, () -> Ours.of(Policies.standard(), 404)),
    /** The same out of Resilience4j's nest. */
    RESILIENCE4J_NOT_FOUND(404, () -> Peers.nested(Resilience4jNest.ofStatuses(), 404)),
    /** The breaker is open. */
    OURS_OPEN_BREAKER(0, Refusals::openBreaker),
    /** The server has named a time, and nothing is sent before. */
    OURS_CLOSED_SCOPE(0, Refusals::closedScope),
    /** CallNotPermittedException out of the decorator. */
    RESILIENCE4J_OPEN_BREAKER(0, Peers::openBreaker),
    /** 503, 503, 200 without delay. */
    OURS_TWO_RETRIES(200, () -> Ours.of(Policies.retriesAtOnce(), 503, 503, 200)),
    /** The same out of Resilience4j's nest, which sleeps for 0 ms. */
    RESILIENCE4J_TWO_RETRIES(200, () -> Peers.nested(Resilience4jNest.ofStatuses(), 503, 503, 200)),
    /** The same out of Failsafe. */
    FAILSAFE_TWO_RETRIES(200, () -> Peers.failsafe(503, 503, 200)),
    /** The same out of Spring's RetryTemplate, by exceptions. */
    SPRING_TWO_RETRIES(200, () -> Peers.springTemplate(503, 503, 200)),
    /** The same out of the AWS SDK's standard strategy, by exceptions, its bucket switched off. */
    AWS_TWO_RETRIES(200, () -> Peers.awsStandard(503, 503, 200)),
    /** A 429 without any hint. */
    OURS_NO_HINT(429, Hint::none),
    /** Seconds. */
    OURS_HINT_SECONDS(429, () -> Hint.field("Retry-After", "30")),
    /** A date. */
    OURS_HINT_DATE(429, () -> Hint.field("Retry-After", "Fri, 01 Jan 2027 00:00:30 GMT")),
    /** RateLimit as a structured field. */
    OURS_HINT_RATE_LIMIT(429, () -> Hint.field("RateLimit", "\"default\";r=0;t=30")),
    /** The field that many servers had before. */
    OURS_HINT_RESET(429, () -> Hint.field("RateLimit-Reset", "30")),
    /** A field that the policy names. */
    OURS_HINT_CONFIGURED(429, () -> Hint.field("X-Wait", "30000")),
    /** A member of the body. */
    OURS_HINT_BODY(429, () -> Hint.body("{\"error\":{\"message\":\"slow down\",\"retryAfter\":30}}"));

    private final int expected;
    private final SubjectSource source;

    FailurePath(int expected, SubjectSource source) {
        this.expected = expected;
        this.source = source;
    }

    @Override
    public Subject open() throws Exception {
        return source.open();
    }

    @Override
    public int expected() {
        return expected;
    }

    @Override
    public String baseline() {
        return "OURS_SUCCESS";
    }
}
