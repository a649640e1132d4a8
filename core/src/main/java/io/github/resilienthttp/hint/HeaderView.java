// SPDX-License-Identifier: Apache-2.0
package io.github.resilienthttp.hint;

import io.github.resilienthttp.stability.Stable;
import java.util.List;
import java.util.function.BiConsumer;
import org.jspecify.annotations.Nullable;

/**
 * A read-only view of header fields, as an adapter supplies it; names compare without regard to case (RFC 9110 section
 * 5.1).
 *
 * <p>Values are handed over as they arrived: readers trim optional whitespace themselves and survive any content. A
 * view need not be thread-safe; nothing keeps it beyond the call it was given to.
 */
@Stable
public interface HeaderView {
    /**
     * Returns the value of the first field line of that name.
     *
     * @param name the field's name in any case
     * @return the first value, or null where the field is absent
     */
    @Nullable
    String first(String name);

    /**
     * Returns the values of all field lines of that name, in order of arrival and not split at commas.
     *
     * @param name the field's name in any case
     * @return the values, empty where the field is absent
     */
    List<String> all(String name);

    /**
     * Visits every field line in order of arrival.
     *
     * @param visitor receives the name as it arrived, and the value
     */
    void forEach(BiConsumer<String, String> visitor);
}
