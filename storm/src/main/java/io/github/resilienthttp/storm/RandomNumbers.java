// SPDX-License-Identifier: Apache-2.0
package io.github.resilienthttp.storm;

import java.util.Random;
import java.util.function.DoubleSupplier;

/**
 * A stream of random numbers that a seed and a purpose determine, on every machine. Each purpose has a stream of its
 * own, so that all contenders meet the same arrivals.
 */
final class RandomNumbers implements DoubleSupplier {
    /** What random numbers are drawn for. */
    enum Purpose {
        ARRIVALS(1),
        PROCESSES(2),
        SERVER(3),
        CLIENTS(4),
        SERVICE(5);

        private final long number;

        Purpose(long number) {
            this.number = number;
        }
    }

    /** Its algorithm is part of its documentation. */
    private final Random random;

    RandomNumbers(long seed, Purpose purpose) {
        this.random = new Random(mixed(mixed(seed) + purpose.number));
    }

    /** SplitMix64's: neighbouring seeds give streams that have nothing to do with each other. */
    private static long mixed(long seed) {
        long z = seed + 0x9e3779b97f4a7c15L;
        z = (z ^ (z >>> 30)) * 0xbf58476d1ce4e5b9L;
        z = (z ^ (z >>> 27)) * 0x94d049bb133111ebL;
        return z ^ (z >>> 31);
    }

    @Override
    public double getAsDouble() {
        return random.nextDouble();
    }

    boolean happens(double share) {
        // Drawn where the answer is known too: else a setting would shift all later numbers.
        return random.nextDouble() < share;
    }

    int below(int bound) {
        return (int) (random.nextDouble() * bound);
    }

    /** Exponentially distributed, in nanoseconds. */
    long exponential(double meanNanos) {
        return (long) (-StrictMath.log(1 - random.nextDouble()) * meanNanos);
    }
}
