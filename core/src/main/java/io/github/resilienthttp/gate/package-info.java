// SPDX-License-Identifier: Apache-2.0
/** What calls share: scopes, cool-down, budget, breaker and limiter. The only room that names Resilience4j. */
@NullMarked
package io.github.resilienthttp.gate;

import org.jspecify.annotations.NullMarked;
