package io.github.resilienthttp.policy;

/** A set of HTTP statuses (100 to 599), written as {@code 5xx, !501, 505-508, 409}. */
public final class StatusSet {
    private StatusSet() {}

    public boolean contains(int status) {
        throw new AssertionError();
    }
}
