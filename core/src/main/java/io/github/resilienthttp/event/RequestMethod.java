// SPDX-License-Identifier: Apache-2.0
package io.github.resilienthttp.event;

import io.github.resilienthttp.stability.Experimental;

/** The methods that meters and traces tell apart: a closed set, since anything may stand in a request. */
@Experimental
public enum RequestMethod {
    /** RFC 9110 section 9.3.1. */
    GET("GET"),
    /** RFC 9110 section 9.3.2. */
    HEAD("HEAD"),
    /** RFC 9110 section 9.3.3. */
    POST("POST"),
    /** RFC 9110 section 9.3.4. */
    PUT("PUT"),
    /** RFC 9110 section 9.3.5. */
    DELETE("DELETE"),
    /** RFC 9110 section 9.3.7. */
    OPTIONS("OPTIONS"),
    /** RFC 9110 section 9.3.8. */
    TRACE("TRACE"),
    /** RFC 5789. */
    PATCH("PATCH"),
    /** Safe and idempotent, with a body. */
    QUERY("QUERY"),
    /** All others. */
    OTHER("other");

    private final String label;

    RequestMethod(String label) {
        this.label = label;
    }

    /** {@return the word used in metric tags} */
    public String label() {
        return label;
    }

    /**
     * Which of them a method is; methods are case-sensitive (RFC 9110 section 9.1).
     *
     * @param method the method as it goes out
     * @return the method, or {@link #OTHER}
     */
    public static RequestMethod of(String method) {
        return switch (method) {
            case "GET" -> GET;
            case "HEAD" -> HEAD;
            case "POST" -> POST;
            case "PUT" -> PUT;
            case "DELETE" -> DELETE;
            case "OPTIONS" -> OPTIONS;
            case "TRACE" -> TRACE;
            case "PATCH" -> PATCH;
            case "QUERY" -> QUERY;
            default -> OTHER;
        };
    }
}
