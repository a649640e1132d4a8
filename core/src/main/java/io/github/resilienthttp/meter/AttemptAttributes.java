// SPDX-License-Identifier: Apache-2.0
package io.github.resilienthttp.meter;

import io.github.resilienthttp.event.AttemptTarget;
import io.github.resilienthttp.event.RequestMethod;
import io.micrometer.observation.Observation;

/**
 * What an attempt's span says, in the words of OpenTelemetry's conventions for HTTP clients. The address is of high
 * cardinality: it stands in spans, and makes no meter; path and query stand nowhere.
 */
final class AttemptAttributes {
    static final String CLIENT = "resilient.http.client";
    static final String METHOD = "http.request.method";
    static final String RESEND_COUNT = "http.request.resend_count";
    static final String STATUS = "http.response.status_code";
    static final String ERROR = "error.type";
    static final String OUTCOME = "resilient.http.outcome";
    static final String REASON = "resilient.http.reason";

    private AttemptAttributes() {}

    static void address(Observation attempt, AttemptTarget target) {
        int port = target.port() > 0 ? target.port() : "https".equals(target.scheme()) ? 443 : 80;
        attempt.highCardinalityKeyValue("url.scheme", target.scheme())
                .highCardinalityKeyValue("server.address", target.host())
                .highCardinalityKeyValue("server.port", Integer.toString(port));
    }

    /** What the conventions do not know has one name. */
    static String method(String method) {
        return RequestMethod.of(method) == RequestMethod.OTHER ? "_OTHER" : method;
    }
}
