package io.github.resilienthttp.policy;

/** An additional header that says when to come back: {@code X-Backoff} (as Retry-After), {@code X-Backoff-Ms:ms}. */
public record HintHeader(String name, Unit unit) {
    public enum Unit {
        /** Read as Retry-After is: seconds or an HTTP-date. */
        RETRY_AFTER,
        MILLISECONDS
    }
}
