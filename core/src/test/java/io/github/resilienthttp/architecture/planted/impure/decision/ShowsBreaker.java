// SPDX-License-Identifier: Apache-2.0
package io.github.resilienthttp.architecture.planted.impure.decision;

import io.github.resilience4j.circuitbreaker.CircuitBreaker;

public record ShowsBreaker(CircuitBreaker breaker) {}
