// SPDX-License-Identifier: Apache-2.0
package io.github.resilienthttp.decision;

/** What the code of a response alone means. Pure. */
final class StatusTable {
    /** 429 (RFC 6585 section 4): the only 4xx that is sent again without being named. */
    static final int TOO_MANY_REQUESTS = 429;

    private StatusTable() {}

    /** The verdict on a status; codes below 100 count as success, codes above 599 as 5xx. */
    static Verdict verdictOf(int status) {
        if (status < 400) {
            return Verdict.SUCCESS;
        }
        if (status < 500) {
            return status == TOO_MANY_REQUESTS ? Verdict.THROTTLED : Verdict.REJECTED;
        }
        return switch (status) {
            case 501, 505, 506, 507, 508, 510, 511 -> Verdict.PERMANENT;
            default -> Verdict.TRANSIENT;
        };
    }

    /** Whether a status is a 4xx other than 429: the client's own fault, repeated by name only. */
    static boolean isClientError(int status) {
        return status >= 400 && status < 500 && status != TOO_MANY_REQUESTS;
    }
}
