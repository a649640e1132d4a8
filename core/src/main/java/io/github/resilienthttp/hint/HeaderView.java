package io.github.resilienthttp.hint;

import java.util.List;
import java.util.function.BiConsumer;
import org.jspecify.annotations.Nullable;

/** A read-only view of header fields; names compare without regard to case (RFC 9110 section 5.1). */
public interface HeaderView {
    /** The first value of the field, or null where it is absent. */
    @Nullable String first(String name);

    /** All values of the field in order; empty where it is absent. */
    List<String> all(String name);

    /** Visits every field line in order. */
    void forEach(BiConsumer<String, String> visitor);
}
