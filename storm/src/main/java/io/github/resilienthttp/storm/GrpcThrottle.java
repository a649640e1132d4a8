// SPDX-License-Identifier: Apache-2.0
package io.github.resilienthttp.storm;

/**
 * gRPC's retry throttling (A6): each failure takes a token, each success gives a share of one, and there is no retry
 * unless more than half of them are there.
 */
final class GrpcThrottle implements RetryRule {
    private static final int TOKEN = 1000;

    private final PlainRetries retries;
    private final int most;
    private final int share;
    private int thousandths;

    GrpcThrottle(int retries, int maxTokens, double tokenRatio) {
        this.retries = new PlainRetries(retries, Jittered.USUAL);
        this.most = maxTokens * TOKEN;
        this.share = (int) (tokenRatio * TOKEN);
        this.thousandths = most;
    }

    double tokens() {
        return thousandths / (double) TOKEN;
    }

    boolean allows() {
        return thousandths > most / 2;
    }

    @Override
    public OneCall begin(long now) {
        OneCall counted = retries.begin(now);
        return new OneCall() {
            @Override
            public long failed(Reply answer, double random, long at) {
                thousandths = Math.max(0, thousandths - TOKEN);
                return allows() ? counted.failed(answer, random, at) : GIVE_UP;
            }

            @Override
            public void succeeded() {
                thousandths = Math.min(most, thousandths + share);
            }
        };
    }
}
