// SPDX-License-Identifier: Apache-2.0
package io.github.resilienthttp.storm;

/**
 * The retry quota of the AWS SDKs' standard mode: a bucket that never fills by time. A retry takes tokens; a call that
 * succeeds gives back what its last retry took, or 1 where it had none.
 */
final class AwsStandard implements RetryRule {
    /**
     * What differs between the versions.
     *
     * @param maxAttempts the first included
     * @param tokens what the bucket holds, and starts with
     * @param cost of a retry
     * @param throttledCost of a retry after a 429
     * @param backoff before a retry
     * @param throttledBackoff the same after a 429
     */
    record Settings(
            int maxAttempts, int tokens, int cost, int throttledCost, Jittered backoff, Jittered throttledBackoff) {
        static final Settings V20 = new Settings(3, 500, 5, 5, new Jittered(100, 20_000), new Jittered(1000, 20_000));
        static final Settings V21 = new Settings(3, 500, 14, 5, new Jittered(50, 20_000), new Jittered(1000, 20_000));
    }

    private final Settings settings;
    private int tokens;

    AwsStandard(Settings settings) {
        this(settings, settings.tokens);
    }

    /** With a bucket that is not full. */
    AwsStandard(Settings settings, int tokens) {
        this.settings = settings;
        this.tokens = tokens;
    }

    int tokens() {
        return tokens;
    }

    @Override
    public OneCall begin(long now) {
        return new OneCall() {
            private int attempts = 1;
            private int taken;

            @Override
            public long failed(Reply answer, double random, long at) {
                int cost = answer.throttled() ? settings.throttledCost : settings.cost;
                if (attempts == settings.maxAttempts || tokens < cost) {
                    return GIVE_UP;
                }
                tokens -= cost;
                taken = cost;
                Jittered wait = answer.throttled() ? settings.throttledBackoff : settings.backoff;
                return wait.nanos(attempts++ - 1, random);
            }

            @Override
            public void succeeded() {
                tokens = Math.min(settings.tokens, tokens + (taken == 0 ? 1 : taken));
            }
        };
    }
}
