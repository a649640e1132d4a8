// SPDX-License-Identifier: Apache-2.0
package io.github.resilienthttp.architecture.planted.leaky.gate;

import io.github.resilience4j.circuitbreaker.CircuitBreaker;

public record HoldsBreaker(CircuitBreaker breaker) {}
