// SPDX-License-Identifier: Apache-2.0
package io.github.resilienthttp.json;

import io.github.resilienthttp.hint.JsonReader;
import io.github.resilienthttp.stability.Internal;
import org.jspecify.annotations.Nullable;

/** Finds a reader of JSON, which is there when {@code tools.jackson.core:jackson-core} is. Thread-safe. */
@Internal
public final class JsonSupport {
    private static final @Nullable JsonReader READER = load(JsonSupport.class.getClassLoader());

    private JsonSupport() {}

    /**
     * Returns the reader, or null without Jackson; bodies are then never read, and headers are the only hints.
     *
     * @return always the same reader, which is thread-safe, or always null
     */
    public static @Nullable JsonReader find() {
        return READER;
    }

    /** Links no class of Jackson unless it is there; one that is there but does not fit counts as absent. */
    static @Nullable JsonReader load(@Nullable ClassLoader loader) {
        try {
            Class.forName("tools.jackson.core.json.JsonFactory", false, loader);
            return new JacksonJsonReader();
        } catch (ClassNotFoundException | LinkageError absent) {
            return null;
        }
    }
}
