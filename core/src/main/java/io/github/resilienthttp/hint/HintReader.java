// SPDX-License-Identifier: Apache-2.0
package io.github.resilienthttp.hint;

import io.github.resilienthttp.policy.Policy;
import io.github.resilienthttp.stability.Internal;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * Reads what a server says about when to come back, from every known source in the order of precedence.
 *
 * <p>The first source that can be read counts; what cannot be read is as if it were not there, and never makes a wait
 * shorter. Delays are rounded up to the millisecond. Immutable, thread-safe; time is linear in the size of the input,
 * and no input makes it throw.
 */
@Internal
public final class HintReader {
    private final HeaderHints headerHints;
    private final BodyHints bodyHints;
    private final HintNames names;

    /**
     * Prepares the sources that a client adds to the known ones.
     *
     * @param settings the client's additional headers and the JSON pointers into bodies
     * @throws IllegalArgumentException if a body pointer breaks RFC 6901; the message names it
     */
    public HintReader(Policy.Hints settings) {
        headerHints = new HeaderHints(settings.headers());
        bodyHints = new BodyHints(settings.bodyPointers());
        names = new HintNames(settings.headers());
    }

    /**
     * Whether any header field can be one that {@link #readHeaders} looks for: one pass over the fields instead of a search for
     * each of the names. Most responses have none.
     *
     * @param headers the header fields of a response
     * @return false where there is no hint in them
     */
    public boolean mayTell(HeaderView headers) {
        return names.anyIn(headers);
    }

    /**
     * Reads the hint in the header fields of a response of any status.
     *
     * <p>Sources in order: {@code x-ms-retry-after-ms}, {@code retry-after-ms}, {@code x-amz-retry-after},
     * {@code grpc-retry-pushback-ms}; {@code Retry-After} (RFC 9110 section 10.2.3); {@code RateLimit};
     * {@code X-RateLimit-Retry-After}, {@code X-RateLimit-Reset-After}; {@code RateLimit-Reset},
     * {@code X-RateLimit-Reset}, {@code X-Rate-Limit-Reset}; {@code x-ratelimit-reset-*}; the client's own headers.
     * {@code x-should-retry: false} and a pushback that is negative or unreadable forbid a retry and win over any
     * delay, which the hint then carries beside.
     *
     * @param status the status of the response; RateLimit items with {@code pk} count for a 429 only
     * @param headers its header fields
     * @param now the local wall clock when the response was received, used where there is no readable {@code Date}
     * @return the hint, or none
     */
    public ServerHint readHeaders(int status, HeaderView headers, Instant now) {
        ServerHint delay = headerHints.first(new ResponseHead(status, headers, new ServerClock(headers, now)));
        String veto = RetryVeto.in(headers);
        return veto == null ? delay : ServerHint.forbidden(veto, delay.delayMillis());
    }

    /**
     * Reads the hint in a parsed body: the client's pointers in their order, then {@code google.rpc.RetryInfo} in
     * {@code /error/details}. Numbers are seconds; texts are numbers or durations ({@code 3.500s}, {@code 250ms},
     * {@code 2m}). The problem type {@code abnormal-usage-detected} (RFC 9457 section 3.1.1) forbids a retry.
     *
     * @param json the body as a {@link JsonReader} gives it, or null
     * @return the hint, or none
     */
    public ServerHint readBody(@Nullable Object json) {
        return json == null ? ServerHint.none() : bodyHints.read(json);
    }

    /**
     * Reads from a successful response how long a used-up quota takes to come back: {@code RateLimit} with r=0 and t,
     * of several the longest; items with {@code pk} do not count, nor does a response from a cache ({@code Age}).
     * Without that field it costs one look-up and allocates nothing.
     *
     * @param headers the header fields of a response that was no refusal
     * @return milliseconds from the receipt, 0 or more, or -1 where nothing of the kind is said
     */
    public long quotaUsedMillis(HeaderView headers) {
        long millis = RateLimitField.longestMillis(headers, false);
        return millis != DecimalMillis.UNREADABLE && headers.first("Age") != null ? DecimalMillis.UNREADABLE : millis;
    }

    /**
     * Reads {@code Retry-After} alone, as it stands on redirects (RFC 9110 section 10.2.3).
     *
     * @param headers the header fields
     * @param now the local wall clock when the response was received
     * @return milliseconds from the receipt, 0 or more, or -1 where the field is absent or cannot be read
     */
    public long retryAfterMillis(HeaderView headers, Instant now) {
        return HeaderHints.RETRY_AFTER.millis(new ResponseHead(0, headers, new ServerClock(headers, now)));
    }
}
