package io.github.resilienthttp.hint;

import io.github.resilienthttp.policy.Policy;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** Reads every source of hints in the order of precedence. Immutable, thread-safe. */
public final class HintReader {
    public HintReader(Policy.Hints settings) {}

    /** The hint in the header fields of a response of any status, received at {@code now}. */
    public ServerHint readHeaders(int status, HeaderView headers, Instant now) {
        throw new AssertionError();
    }

    /** The hint in a parsed body (see {@link JsonReader}), or none. */
    public ServerHint readBody(@Nullable Object json) {
        throw new AssertionError();
    }

    /** Milliseconds until a used-up quota comes back (RateLimit r=0 with t, no pk, no Age), or -1. */
    public long quotaUsedMillis(HeaderView headers) {
        throw new AssertionError();
    }

    /** Retry-After alone, for redirects (RFC 9110 section 10.2.3): milliseconds from receipt, or -1. */
    public long retryAfterMillis(HeaderView headers, Instant now) {
        throw new AssertionError();
    }
}
