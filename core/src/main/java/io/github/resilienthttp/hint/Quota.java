// SPDX-License-Identifier: Apache-2.0
package io.github.resilienthttp.hint;

import java.util.List;

/** What a field such as X-RateLimit-Remaining tells of a quota. */
enum Quota {
    USED_UP,
    LEFT,
    /** The field is absent or cannot be read. */
    NOT_TOLD;

    /** Of several members or lines, one that is 0 decides: a request needs every quota it falls under. */
    static Quota of(List<String> lines) {
        if (lines.isEmpty()) {
            return NOT_TOLD;
        }
        long anyLeft = FieldMembers.longest(lines, member -> DecimalMillis.parse(member, 1));
        long anyUsedUp = FieldMembers.longest(lines, member -> DecimalMillis.parse(member, 1) == 0 ? 0 : -1);
        if (anyUsedUp == 0) {
            return USED_UP;
        }
        return anyLeft > 0 ? LEFT : NOT_TOLD;
    }
}
