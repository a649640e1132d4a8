// SPDX-License-Identifier: Apache-2.0
package io.github.resilienthttp.event;

import io.github.resilienthttp.stability.Experimental;

/** What came of one transmission, as coarsely as a meter needs it: a closed set. */
@Experimental
public enum AttemptOutcome {
    /** A response below 400: redirects and 304 included. */
    WELL("2xx"),
    /** A 4xx other than 429. */
    CLIENT_ERROR("4xx"),
    /** The server asks for patience. */
    TOO_MANY_REQUESTS("429"),
    /** A response of 500 or more. */
    SERVER_ERROR("5xx"),
    /** No response head, for any other reason than time; a cancelled attempt is one of these. */
    IO("io"),
    /** No response head in time: connecting, reading, or the attempt as a whole. */
    TIMEOUT("timeout");

    private final String label;

    AttemptOutcome(String label) {
        this.label = label;
    }

    /** {@return the word used in metric tags} */
    public String label() {
        return label;
    }

    /**
     * The class of a status.
     *
     * @param status the status of a response
     * @return the class it belongs to
     */
    public static AttemptOutcome ofStatus(int status) {
        if (status < 400) {
            return WELL;
        }
        if (status == 429) {
            return TOO_MANY_REQUESTS;
        }
        return status < 500 ? CLIENT_ERROR : SERVER_ERROR;
    }
}
