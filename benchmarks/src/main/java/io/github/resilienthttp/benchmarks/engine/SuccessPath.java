// SPDX-License-Identifier: Apache-2.0
package io.github.resilienthttp.benchmarks.engine;

import io.github.resilienthttp.benchmarks.Subject;
import io.github.resilienthttp.benchmarks.SubjectSource;
import io.github.resilienthttp.benchmarks.Variant;

/** Calls that go well at once: the engines alone. */
public enum SuccessPath implements Variant {
    /** The call itself. */
    BARE(() -> Peers.bare(200)),
    /** Retry(CircuitBreaker). */
    RESILIENCE4J_RETRY_BREAKER(() -> Peers.nestedWithoutLimiter(200)),
    /** Retry(CircuitBreaker(RateLimiter)), decorated for each call. */
    RESILIENCE4J_NESTED(() -> Peers.nested(Resilience4jNest.ofStatuses(), 200)),
    /** The same, decorated once. */
    RESILIENCE4J_NESTED_ONCE(() -> Peers.decoratedOnce(200)),
    /** The same as nested, with its Micrometer binder on Prometheus. */
    RESILIENCE4J_NESTED_METERS(() -> Peers.nested(Resilience4jNest.metered(), 200)),
    /** The same as nested, four of them, one for each thread. */
    RESILIENCE4J_NESTED_FOUR(() -> Peers.fourNests(200)),
    /** Retry, breaker and limiter of Failsafe. */
    FAILSAFE(() -> Peers.failsafe(200)),
    /** Spring's RetryTemplate: retries only. */
    SPRING_RETRY_TEMPLATE(() -> Peers.springTemplate(200)),
    /** The AWS SDK's standard strategy: retry tokens only. */
    AWS_STANDARD(() -> Peers.awsStandard(200)),
    /** Retry, breaker, cool-down, budget, deadline. */
    OURS(() -> Ours.of(Policies.standard(), 200)),
    /** And a rate limit with a sliding window. */
    OURS_LIMITER(() -> Ours.of(Policies.limited(), 200)),
    /** And one with Resilience4j's own window. */
    OURS_FIXED_LIMITER(() -> Ours.of(Policies.limited("fixed"), 200)),
    /** With the sliding window, and a caller that asks for the report of each call. */
    OURS_REPORT(() -> Ours.reporting(Policies.limited())),
    /** With the sliding window, and meters on Prometheus. */
    OURS_METERS(() -> Ours.metered(Policies.limited())),
    /** With the sliding window, and four scopes, one for each thread. */
    OURS_FOUR_SCOPES(() -> Ours.ofFourScopes(Policies.limited()));

    private final SubjectSource source;

    SuccessPath(SubjectSource source) {
        this.source = source;
    }

    @Override
    public Subject open() throws Exception {
        return source.open();
    }

    @Override
    public String baseline() {
        return "RESILIENCE4J_NESTED";
    }
}
