package io.github.resilienthttp.hint;

/**
 * What a response said about coming back: nothing, a delay from its receipt, or not at all.
 *
 * @param delayMillis milliseconds from the receipt of the response, never negative; {@link Long#MAX_VALUE} is a number
 *     too large to hold; 0 unless {@code kind} is {@code AFTER}
 * @param source the header's name in lower case, a JSON pointer, or the empty string for {@code NONE}
 */
public record ServerHint(Kind kind, long delayMillis, String source) {
    public enum Kind {
        NONE,
        AFTER,
        FORBIDDEN
    }

    private static final ServerHint NONE = new ServerHint(Kind.NONE, 0, "");

    public static ServerHint none() {
        return NONE;
    }

    public static ServerHint after(long delayMillis, String source) {
        return new ServerHint(Kind.AFTER, delayMillis, source);
    }

    public static ServerHint forbidden(String source) {
        return new ServerHint(Kind.FORBIDDEN, 0, source);
    }
}
