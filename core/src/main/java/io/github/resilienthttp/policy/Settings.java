// SPDX-License-Identifier: Apache-2.0
package io.github.resilienthttp.policy;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What was written on one level: for a client, or for all. What is not written here is taken from the level above, in
 * the end from the table of keys. Not thread-safe.
 */
final class Settings {
    private final @Nullable Settings above;
    private final Map<PolicyKey<?>, Written> own = new LinkedHashMap<>();

    Settings(@Nullable Settings above) {
        this.above = above;
    }

    /** One setting: {@code value} is null where it was refused, and {@code fault} says why. */
    private record Written(
            String key,
            String text,
            @Nullable String place,
            @Nullable Object value,
            String problem) {
        Fault fault(String why) {
            return new Fault(key, text, place, why);
        }
    }

    /** Writes a value that was given in code; a later one replaces it. */
    <T> void write(PolicyKey<T> key, T value, @Nullable String place) {
        String text = key.print(value);
        try {
            own.put(key, new Written(key.name(), text, place, key.check(value), ""));
        } catch (IllegalArgumentException refused) {
            own.put(key, refused(key.name(), text, place, refused));
        }
    }

    /** Writes a value that was given as text, under its full name. */
    void write(PolicyKey<?> key, String fullName, String text, @Nullable String place) {
        try {
            own.put(key, new Written(fullName, text, place, key.parse(text), ""));
        } catch (IllegalArgumentException refused) {
            own.put(key, refused(fullName, text, place, refused));
        }
    }

    private static Written refused(String key, String text, @Nullable String place, IllegalArgumentException why) {
        return new Written(key, text, place, null, String.valueOf(why.getMessage()));
    }

    /** The value in effect: written here, above, or the default. A refused one counts as not written. */
    <T> T value(PolicyKey<T> key) {
        Written written = own.get(key);
        if (written != null && written.value() != null) {
            @SuppressWarnings("unchecked") // write() puts under a key only what that key made or checked
            T value = (T) written.value();
            return value;
        }
        return above == null ? key.defaultValue() : above.value(key);
    }

    /** Whether it was written on this level. */
    boolean has(PolicyKey<?> key) {
        return own.containsKey(key);
    }

    /** Whether it was written on this level or above. */
    boolean isWritten(PolicyKey<?> key) {
        return has(key) || (above != null && above.isWritten(key));
    }

    /** Whether the setting in effect was refused, so that nothing can be said about it. */
    boolean isRefused(PolicyKey<?> key) {
        Written written = own.get(key);
        return written == null ? above != null && above.isRefused(key) : written.value() == null;
    }

    /** What is wrong with single settings of this level, in the order of writing. */
    List<Fault> faults() {
        List<Fault> faults = new ArrayList<>();
        for (Written written : own.values()) {
            if (written.value() == null) {
                faults.add(written.fault(written.problem()));
            }
        }
        return faults;
    }

    /** A fault of a setting that was written on this level. */
    Fault fault(PolicyKey<?> key, String problem) {
        Written written = own.get(key);
        return written == null ? new Fault(key.name(), null, null, problem) : written.fault(problem);
    }
}
