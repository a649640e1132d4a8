// SPDX-License-Identifier: Apache-2.0
package io.github.resilienthttp.event;

import io.github.resilienthttp.decision.CircuitState;
import io.github.resilienthttp.stability.Experimental;

/** What the calls of one client share, as few numbers: of several scopes the one that is worst off. For polling; thread-safe. */
@Experimental
public interface ClientGauges {
    /** {@return what is left of the least retry budget, from 0 to 1; 1 where there is no scope} */
    double budget();

    /** {@return seconds until the scope that is closed longest reopens; 0 where none is closed} */
    double cooldownSeconds();

    /** {@return the worst state of a circuit breaker} */
    CircuitState circuit();

    /** {@return the highest failure rate, from 0 to 1; NaN where no breaker has seen enough calls to tell} */
    double failureRate();
}
