// SPDX-License-Identifier: Apache-2.0
package io.github.resilienthttp.storm;

import io.github.resilienthttp.policy.Policy;
import io.github.resilienthttp.stability.Experimental;
import java.util.List;

/**
 * The policies there are to compare with, re-built from their published rules. They repeat whatever failed, a 429 too,
 * heed no {@code Retry-After} (nor do the originals: AWS has a header of its own), and wait for an answer as long as
 * the scenario lets them. Budgets belong to one process.
 */
@Experimental
public final class Contenders {
    private static final int RETRIES = 2;

    private Contenders() {}

    /**
     * The engine itself.
     *
     * @param policy the policy; one that names a Resilience4j instance of the application's cannot be simulated
     * @return a contender with the name of its client
     */
    public static Contender engine(Policy policy) {
        return new EngineContender(policy.client(), policy);
    }

    /** {@return each call is sent once} */
    public static Contender none() {
        return new RuleContender("no retries", () -> new PlainRetries(0, Jittered.NOT_AT_ALL));
    }

    /**
     * Retries at once.
     *
     * @param retries after the first attempt, 0 to 20
     * @return a contender
     */
    public static Contender naive(int retries) {
        Check.between("retries", retries, 0, 20);
        return new RuleContender(retries + " retries", () -> new PlainRetries(retries, Jittered.NOT_AT_ALL));
    }

    /**
     * Retries after {@code random(0, min(20 s, 100 ms × 2^n))}.
     *
     * @param retries after the first attempt, 0 to 20
     * @return a contender
     */
    public static Contender jittered(int retries) {
        Check.between("retries", retries, 0, 20);
        return new RuleContender(retries + " retries, jitter", () -> new PlainRetries(retries, Jittered.USUAL));
    }

    /** {@return the standard mode of the AWS SDKs as Java v2 ships it: 2 retries, 500 tokens, 5 a retry} */
    public static Contender awsStandard20() {
        return new RuleContender("AWS standard 2.0", () -> new AwsStandard(AwsStandard.Settings.V20));
    }

    /** {@return the same in version 2.1: 14 tokens a retry, 5 after a 429} */
    public static Contender awsStandard21() {
        return new RuleContender("AWS standard 2.1", () -> new AwsStandard(AwsStandard.Settings.V21));
    }

    /** {@return 2 retries with jitter under gRPC's throttle (A6): 10 tokens, 0.1 a success} */
    public static Contender grpc() {
        return new RuleContender("gRPC throttle", () -> new GrpcThrottle(RETRIES, 10, 0.1));
    }

    /** {@return 2 retries with jitter under Finagle's budget: 20 % of the calls and 10 a second, over 10 s} */
    public static Contender finagle() {
        return new RuleContender("Finagle budget", () -> new FinagleBudget(RETRIES, 10_000, 10, 0.2));
    }

    /** {@return all of these, three retries where there is no rule of how many} */
    public static List<Contender> peers() {
        return List.of(none(), naive(3), jittered(3), awsStandard20(), awsStandard21(), grpc(), finagle());
    }
}
