// SPDX-License-Identifier: Apache-2.0
package io.github.resilienthttp.event;

import io.github.resilienthttp.stability.Experimental;

/** Counts and times what the clients of a front door do. Thread-safe. */
@Experimental
public interface Telemetry {
    /**
     * A client begins its work.
     *
     * @param client its name
     * @param gauges what can be read off it at any time, until {@link ClientTelemetry#close}
     * @return what is to be told of it; one of its own for each client
     */
    ClientTelemetry client(String client, ClientGauges gauges);
}
