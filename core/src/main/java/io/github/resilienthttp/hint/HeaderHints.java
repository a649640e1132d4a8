// SPDX-License-Identifier: Apache-2.0
package io.github.resilienthttp.hint;

import io.github.resilienthttp.policy.HintHeader;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** The header fields that carry hints, in the order of precedence; the first that can be read counts. */
final class HeaderHints {
    static final DelayField RETRY_AFTER = new DelayField("retry-after", DelayForm.SECONDS_OR_DATE);

    private static final List<HintSource> STANDARD = List.of(
            new DelayField("x-ms-retry-after-ms", DelayForm.MILLISECONDS),
            new DelayField("retry-after-ms", DelayForm.MILLISECONDS),
            new DelayField("x-amz-retry-after", DelayForm.MILLISECONDS),
            new DelayField(RetryVeto.PUSHBACK, DelayForm.MILLISECONDS),
            RETRY_AFTER,
            new RateLimitField(),
            new DelayField("x-ratelimit-retry-after", DelayForm.SECONDS),
            new DelayField("x-ratelimit-reset-after", DelayForm.SECONDS),
            ResetField.of("ratelimit-reset", "ratelimit-remaining", "x-ratelimit-remaining", "x-rate-limit-remaining"),
            ResetField.of(
                    "x-ratelimit-reset", "x-ratelimit-remaining", "x-rate-limit-remaining", "ratelimit-remaining"),
            ResetField.of(
                    "x-rate-limit-reset", "x-rate-limit-remaining", "x-ratelimit-remaining", "ratelimit-remaining"),
            new WindowResets());

    private final List<HintSource> sources;

    /** The client's own headers come after the known ones. */
    HeaderHints(List<HintHeader> additional) {
        List<HintSource> all = new ArrayList<>(STANDARD);
        for (HintHeader header : additional) {
            all.add(new DelayField(header.name().toLowerCase(Locale.ROOT), form(header.unit())));
        }
        sources = List.copyOf(all);
    }

    /** A hint of kind {@code AFTER}, or none. */
    ServerHint first(ResponseHead head) {
        for (HintSource source : sources) {
            ServerHint hint = source.read(head);
            if (hint.kind() != ServerHint.Kind.NONE) {
                return hint;
            }
        }
        return ServerHint.none();
    }

    private static DelayForm form(HintHeader.Unit unit) {
        return switch (unit) {
            case RETRY_AFTER -> DelayForm.SECONDS_OR_DATE;
            case MILLISECONDS -> DelayForm.MILLISECONDS;
        };
    }
}
