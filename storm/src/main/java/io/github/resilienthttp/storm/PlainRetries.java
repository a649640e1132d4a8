// SPDX-License-Identifier: Apache-2.0
package io.github.resilienthttp.storm;

/** So many retries, whatever becomes of them. */
record PlainRetries(int retries, Jittered backoff) implements RetryRule {
    @Override
    public OneCall begin(long now) {
        return new OneCall() {
            private int made;

            @Override
            public long failed(Reply answer, double random, long at) {
                return made == retries ? GIVE_UP : backoff.nanos(made++, random);
            }
        };
    }
}
