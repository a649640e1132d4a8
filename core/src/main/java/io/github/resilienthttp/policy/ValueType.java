// SPDX-License-Identifier: Apache-2.0
package io.github.resilienthttp.policy;

import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * How values of one kind are read, written and checked.
 *
 * @param metadata the Java type that tools should show; a String for texts of our own
 * @param allowed what is allowed, as the end of "allowed: …"
 * @param reader from text to value; throws with a reason
 * @param writer from value to the text of the configuration
 * @param check throws with a reason where a value is out of range
 */
record ValueType<T>(
        Class<?> metadata, String allowed, Function<String, T> reader, Function<T, String> writer, Consumer<T> check) {
    private static final String NONE = "none";

    T read(String text) {
        T value = reader.apply(text);
        check.accept(value);
        return value;
    }

    /** Says more about what is allowed. */
    ValueType<T> note(String more) {
        return new ValueType<>(metadata, allowed + " (" + more + ")", reader, writer, check);
    }

    /** May be left out, which is written {@code none}. */
    ValueType<Optional<T>> orNone() {
        return new ValueType<>(
                metadata,
                allowed + "; or none",
                text -> text.equals(NONE) ? Optional.empty() : Optional.of(reader.apply(text)),
                value -> value.map(writer).orElse(NONE),
                value -> value.ifPresent(check));
    }

    /** Several, separated by commas; the empty list is written {@code none}. */
    ValueType<List<T>> list() {
        return several(List.class, List::copyOf);
    }

    /** As {@link #list}, in the order of the first mention of each. */
    ValueType<Set<T>> set() {
        return several(Set.class, values -> Check.copy(new LinkedHashSet<>(values)));
    }

    private <C extends Collection<T>> ValueType<C> several(Class<?> kind, Function<List<T>, C> copy) {
        return new ValueType<>(
                kind,
                "a list, separated by commas, each " + allowed + "; or none",
                text -> copy.apply(text.equals(NONE) ? List.of() : readEach(text)),
                values -> values.isEmpty() ? NONE : values.stream().map(writer).collect(Collectors.joining(", ")),
                values -> values.forEach(check));
    }

    private List<T> readEach(String text) {
        List<T> values = new ArrayList<>();
        Check.each(text.split(",", -1), entry -> {
            Check.that(!entry.isEmpty(), "an entry is empty");
            values.add(reader.apply(entry));
        });
        return values;
    }
}
