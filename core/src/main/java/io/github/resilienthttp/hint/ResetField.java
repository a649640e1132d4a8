// SPDX-License-Identifier: Apache-2.0
package io.github.resilienthttp.hint;

import java.util.List;

/**
 * A header field that says when a quota is full again: a hint only where the quota is used up, or nothing is told of
 * it. While something is left, the reset says nothing about this refusal.
 */
record ResetField(DelayField reset, List<String> remaining) implements HintSource {
    /**
     * Names the field and the fields that tell what is left.
     *
     * @param remaining the one of the same family first; the first of them that is there and readable counts
     */
    static ResetField of(String name, String... remaining) {
        return new ResetField(new DelayField(name, DelayForm.SECONDS_OR_EPOCH), List.of(remaining));
    }

    @Override
    public ServerHint read(ResponseHead head) {
        ServerHint hint = reset.read(head);
        return hint.kind() == ServerHint.Kind.AFTER && isQuotaLeft(head.headers()) ? ServerHint.none() : hint;
    }

    private boolean isQuotaLeft(HeaderView headers) {
        for (String name : remaining) {
            Quota quota = Quota.of(headers.all(name));
            if (quota != Quota.NOT_TOLD) {
                return quota == Quota.LEFT;
            }
        }
        return false;
    }
}
