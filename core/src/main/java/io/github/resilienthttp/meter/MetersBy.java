// SPDX-License-Identifier: Apache-2.0
package io.github.resilienthttp.meter;

import io.micrometer.core.instrument.Meter;
import java.util.Set;
import java.util.concurrent.atomic.AtomicReferenceArray;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * One meter for each value of a closed set. Those expected are registered together, so that each has a zero to rise from;
 * the others when they are first needed. Finding one is an array read. Thread-safe.
 */
final class MetersBy<E extends Enum<E>, M extends Meter> {
    private final AtomicReferenceArray<@Nullable M> meters;
    private final Set<E> expected;
    private final Function<E, @Nullable M> register;

    /** {@code register} returns the same meter for the same value, or null once nothing may be registered any more. */
    MetersBy(Class<E> values, Set<E> expected, Function<E, @Nullable M> register) {
        this.meters = new AtomicReferenceArray<>(values.getEnumConstants().length);
        this.expected = expected;
        this.register = register;
    }

    MetersBy<E, M> expect() {
        expected.forEach(this::add);
        return this;
    }

    @SuppressWarnings("EnumOrdinal")
    @Nullable
    M get(E value) {
        M there = meters.get(value.ordinal());
        if (there != null) {
            return there;
        }
        expect();
        return add(value);
    }

    @SuppressWarnings("EnumOrdinal")
    private @Nullable M add(E value) {
        M made = register.apply(value);
        meters.set(value.ordinal(), made);
        return made;
    }
}
