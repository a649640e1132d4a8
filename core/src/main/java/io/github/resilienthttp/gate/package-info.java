// SPDX-License-Identifier: Apache-2.0
/**
 * What calls share: scopes, cool-down, budget, breaker and limiter. The only room that names Resilience4j. For applications: the
 * registries that they hand in, and {@link io.github.resilienthttp.gate.HttpServerFailure}; for operators, a
 * {@link io.github.resilienthttp.gate.Scope}. The rest is internal.
 */
@NullMarked
package io.github.resilienthttp.gate;

import org.jspecify.annotations.NullMarked;
