// SPDX-License-Identifier: Apache-2.0
package io.github.resilienthttp.policy;

import io.github.resilienthttp.stability.Experimental;
import java.util.function.Function;

/**
 * One key of the configuration: its name, default, range and meaning, and how its value is read from text and from a
 * policy. The keys are those of {@link PolicyKeys}. Immutable.
 *
 * @param <T> the type of its values; a key that may be {@code none} has an Optional
 */
@Experimental
public final class PolicyKey<T> {
    private final String name;
    private final T defaultValue;
    private final String defaultText;
    private final String meaning;
    private final boolean clientsOnly;
    private final ValueType<T> type;
    private final Function<Policy, T> reader;

    private PolicyKey(
            String name,
            String defaultText,
            String meaning,
            boolean clientsOnly,
            ValueType<T> type,
            Function<Policy, T> reader) {
        this.name = name;
        this.defaultText = defaultText;
        this.defaultValue = type.read(defaultText);
        this.meaning = meaning;
        this.clientsOnly = clientsOnly;
        this.type = type;
        this.reader = reader;
    }

    static <T> PolicyKey<T> of(
            String name, ValueType<T> type, String defaultText, Function<Policy, T> reader, String meaning) {
        return new PolicyKey<>(name, defaultText, meaning, false, type, reader);
    }

    /** The same key, but not allowed below {@code defaults}. */
    PolicyKey<T> ofClientsOnly() {
        return new PolicyKey<>(name, defaultText, meaning, true, type, reader);
    }

    /**
     * The name below {@code defaults} or {@code clients.<name>}.
     *
     * @return such as {@code timeout.total}
     */
    public String name() {
        return name;
    }

    /**
     * The default as it would be written.
     *
     * @return a text that {@link #parse} reads
     */
    public String defaultText() {
        return defaultText;
    }

    /**
     * The default.
     *
     * @return an immutable value
     */
    public T defaultValue() {
        return defaultValue;
    }

    /**
     * What the key is for.
     *
     * @return a phrase, without default and range
     */
    public String meaning() {
        return meaning;
    }

    /**
     * What may be written.
     *
     * @return a phrase with the range and examples
     */
    public String allowed() {
        return type.allowed();
    }

    /**
     * Meaning, default and range in one sentence.
     *
     * @return a sentence for documents and metadata
     */
    public String description() {
        return meaning + "; default " + defaultText + "; allowed: " + allowed() + ".";
    }

    /**
     * The type that tools may show for the value.
     *
     * @return a Java type; String for texts with a syntax of their own
     */
    public Class<?> metadataType() {
        return type.metadata();
    }

    /**
     * Whether the key is allowed only for a client, not below {@code defaults}.
     *
     * @return true for {@code origins}
     */
    public boolean clientsOnly() {
        return clientsOnly;
    }

    /**
     * Reads a value.
     *
     * @param text as it was written, without surrounding white space
     * @return the value, within the key's range
     * @throws IllegalArgumentException says what is wrong and what is allowed
     */
    public T parse(String text) {
        try {
            Check.that(!text.isEmpty(), "empty");
            return type.read(text);
        } catch (IllegalArgumentException refused) {
            throw refusal(refused);
        }
    }

    /**
     * Checks a value that was given in code.
     *
     * @param value any value
     * @return the value
     * @throws IllegalArgumentException says what is wrong and what is allowed
     */
    public T check(T value) {
        try {
            type.check().accept(value);
            return value;
        } catch (IllegalArgumentException refused) {
            throw refusal(refused);
        }
    }

    /**
     * Writes a value as the configuration would have it.
     *
     * @param value any value
     * @return a text; {@link #parse} reads it where the value is within the key's range
     */
    public String print(T value) {
        return type.writer().apply(value);
    }

    /**
     * The value that a policy has.
     *
     * @param policy any policy
     * @return what is in effect there
     */
    public T read(Policy policy) {
        return reader.apply(policy);
    }

    /**
     * The value that a policy has, as the configuration would have it.
     *
     * @param policy any policy
     * @return what is in effect there
     */
    public String text(Policy policy) {
        return print(read(policy));
    }

    boolean isDefaultIn(Policy policy) {
        return read(policy).equals(defaultValue);
    }

    @Override
    public String toString() {
        return name;
    }

    private IllegalArgumentException refusal(IllegalArgumentException refused) {
        return new IllegalArgumentException(refused.getMessage() + "; allowed: " + allowed(), refused);
    }
}
