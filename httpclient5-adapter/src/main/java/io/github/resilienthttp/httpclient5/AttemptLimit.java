// SPDX-License-Identifier: Apache-2.0
package io.github.resilienthttp.httpclient5;

import io.github.resilienthttp.call.Time;
import io.github.resilienthttp.call.Watchdog;
import org.apache.hc.client5.http.classic.ExecRuntime;
import org.apache.hc.client5.http.config.RequestConfig;
import org.apache.hc.client5.http.protocol.HttpClientContext;

/** What bounds attempts and drains in time. Thread-safe. */
record AttemptLimit(Time time, Watchdog watchdog, LeaseLimit leases) {
    EndpointCut cutAfter(long nanos, ExecRuntime runtime) {
        return EndpointCut.at(time.nanos() + nanos, runtime, this);
    }

    /** {@code at}: the ticker's time. */
    EndpointCut cutAt(long at, ExecRuntime runtime) {
        return EndpointCut.at(at, runtime, this);
    }

    RequestConfig lease(HttpClientContext context, long nanos) {
        return leases.within(context.getRequestConfigOrDefault(), nanos);
    }
}
