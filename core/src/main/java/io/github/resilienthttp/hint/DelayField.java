// SPDX-License-Identifier: Apache-2.0
package io.github.resilienthttp.hint;

import java.util.List;

/** A header field that names a delay in one form; of several members or lines the longest counts. */
record DelayField(String name, DelayForm form) implements HintSource {
    @Override
    public ServerHint read(ResponseHead head) {
        long millis = millis(head);
        return millis == DecimalMillis.UNREADABLE ? ServerHint.none() : ServerHint.after(millis, name);
    }

    long millis(ResponseHead head) {
        List<String> lines = head.headers().all(name);
        return lines.isEmpty()
                ? DecimalMillis.UNREADABLE
                : FieldMembers.longest(lines, member -> form.millis(member, head.clock()));
    }
}
