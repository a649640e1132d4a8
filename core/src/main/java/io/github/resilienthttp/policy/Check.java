// SPDX-License-Identifier: Apache-2.0
package io.github.resilienthttp.policy;

import java.time.Duration;
import java.util.Collections;
import java.util.LinkedHashSet;
import java.util.Set;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * What the records insist on, whoever makes them: without it the engine would misbehave. The ranges of the keys are
 * narrower; they stand in the table of keys and are checked by the builder and the binder.
 */
final class Check {
    private Check() {}

    /** A value that was left out is fine. */
    static void positive(@Nullable Duration value, String name) {
        if (value != null && (value.isNegative() || value.isZero())) {
            throw new IllegalArgumentException(name + " must be longer than 0, not " + value);
        }
    }

    static void notNegative(Duration value, String name) {
        if (value.isNegative()) {
            throw new IllegalArgumentException(name + " must not be negative, not " + value);
        }
    }

    static void atLeast(long minimum, long value, String name) {
        if (value < minimum) {
            throw new IllegalArgumentException(name + " must be at least " + minimum + ", not " + value);
        }
    }

    /** NaN is refused. */
    static void atLeast(double minimum, double value, String name) {
        if (!(value >= minimum) || Double.isInfinite(value)) {
            throw new IllegalArgumentException(name + " must be at least " + minimum + ", not " + value);
        }
    }

    /** Above 0, up to 100; NaN is refused. */
    static void percentage(double value, String name) {
        if (!(value > 0 && value <= 100)) {
            throw new IllegalArgumentException(name + " must be above 0 and up to 100 percent, not " + value);
        }
    }

    static void that(boolean condition, String problem) {
        if (!condition) {
            throw new IllegalArgumentException(problem);
        }
    }

    /** Does something with each entry of a list, and then refuses all of those that were refused, not only the first. */
    static void each(String[] entries, Consumer<String> action) {
        Set<String> problems = new LinkedHashSet<>();
        for (String entry : entries) {
            try {
                action.accept(entry.strip());
            } catch (IllegalArgumentException refused) {
                problems.add(String.valueOf(refused.getMessage()));
            }
        }
        that(problems.isEmpty(), String.join("; ", problems));
    }

    /** An immutable copy that keeps the order, since plans and messages print it. */
    static <T> Set<T> copy(Set<T> values) {
        return Collections.unmodifiableSet(new LinkedHashSet<>(values));
    }
}
