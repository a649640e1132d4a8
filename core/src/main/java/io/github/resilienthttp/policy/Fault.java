// SPDX-License-Identifier: Apache-2.0
package io.github.resilienthttp.policy;

import io.github.resilienthttp.stability.Stable;
import org.jspecify.annotations.Nullable;

/**
 * One thing that is wrong with a configuration. {@link #toString} is one line that names place, key, value and what is
 * allowed. Values are shown on one line, bounded, and without the credentials of an address.
 *
 * @param key the key as it was written, in full where it came from properties; empty where a whole file is at fault
 * @param value the value as it was written; null where there is none to show
 * @param place where it stands, such as {@code upstreams.properties:12}; null where nobody knows
 * @param problem what is wrong and what is allowed
 */
@Stable
public record Fault(
        String key, @Nullable String value, @Nullable String place, String problem) {
    /**
     * Makes key and value fit to be shown.
     *
     * @param key the key as it was written, in full where it came from properties; empty where a whole file is at fault
     * @param value the value as it was written; null where there is none to show
     * @param place where it stands, such as {@code upstreams.properties:12}; null where nobody knows
     * @param problem what is wrong and what is allowed
     */
    public Fault {
        key = FaultText.shown(key);
        value = value == null ? null : FaultText.shown(value);
    }

    @Override
    public String toString() {
        StringBuilder line = new StringBuilder();
        if (place != null) {
            line.append(place).append(": ");
        }
        if (!key.isEmpty()) {
            line.append(key).append(value == null ? "" : "=" + value).append(": ");
        }
        return line.append(problem).toString();
    }
}
