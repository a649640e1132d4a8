// SPDX-License-Identifier: Apache-2.0
package io.github.resilienthttp.policy;

import io.github.resilienthttp.stability.Stable;
import org.jspecify.annotations.Nullable;

/**
 * By what the state of a client is shared: {@code client}, {@code origin}, {@code header:NAME} or {@code path:N}.
 * {@link #toString} is the text of the configuration.
 *
 * @param kind which of the four
 * @param header the header's name where the kind is HEADER, else null
 * @param segments how many segments of the path, at least 1, where the kind is PATH, else 0
 */
@Stable
public record ScopeRule(Kind kind, @Nullable String header, int segments) {
    private static final String HEADER = "header:";
    private static final String PATH = "path:";

    /**
     * Checks that header and segments go with the kind.
     *
     * @param kind which of the four
     * @param header the header's name where the kind is HEADER, else null
     * @param segments how many segments of the path, at least 1, where the kind is PATH, else 0
     */
    public ScopeRule {
        if (header != null) {
            Syntax.headerName(header);
        }
        Check.that((kind == Kind.HEADER) == (header != null), "a header's name belongs to header:NAME, and only there");
        Check.that(kind == Kind.PATH ? segments >= 1 : segments == 0, "path:N needs an N of at least 1");
    }

    /** What makes two requests share. */
    public enum Kind {
        /** Being of the same client. */
        CLIENT,
        /** And going to the same scheme, host and port. */
        ORIGIN,
        /** Carrying the same value of a header, such as a token. */
        HEADER,
        /** Having the same first segments of the path. */
        PATH
    }

    /**
     * Everything of a client is shared.
     *
     * @return the rule {@code client}
     */
    public static ScopeRule client() {
        return new ScopeRule(Kind.CLIENT, null, 0);
    }

    /**
     * Shared by origin.
     *
     * @return the rule {@code origin}
     */
    public static ScopeRule origin() {
        return new ScopeRule(Kind.ORIGIN, null, 0);
    }

    /**
     * Shared by the value of a header.
     *
     * @param name the header, such as {@code Authorization}
     * @return the rule {@code header:NAME}
     */
    public static ScopeRule header(String name) {
        return new ScopeRule(Kind.HEADER, name, 0);
    }

    /**
     * Shared by the beginning of the path.
     *
     * @param segments how many segments, from 1
     * @return the rule {@code path:N}
     */
    public static ScopeRule path(int segments) {
        return new ScopeRule(Kind.PATH, null, segments);
    }

    static ScopeRule parse(String text) {
        if (text.startsWith(HEADER)) {
            return header(text.substring(HEADER.length()));
        }
        if (text.startsWith(PATH)) {
            return path(NumberText.count(text.substring(PATH.length())));
        }
        return switch (text) {
            case "client" -> client();
            case "origin" -> origin();
            default -> throw new IllegalArgumentException("not a scope");
        };
    }

    @Override
    public String toString() {
        return switch (kind) {
            case CLIENT -> "client";
            case ORIGIN -> "origin";
            case HEADER -> HEADER + header;
            case PATH -> PATH + segments;
        };
    }
}
