package io.github.resilienthttp.policy;

import org.jspecify.annotations.Nullable;

/** By what the state of a client is shared: {@code client}, {@code origin}, {@code header:NAME} or {@code path:N}. */
public record ScopeRule(Kind kind, @Nullable String header, int segments) {
    public enum Kind {
        CLIENT,
        ORIGIN,
        HEADER,
        PATH
    }
}
