// SPDX-License-Identifier: Apache-2.0
/**
 * What operators see of the engine: an endpoint, another that reads the configuration again, and health. For tools that read the
 * endpoints; their views are types for Actuator's sake.
 */
@NullMarked
package io.github.resilienthttp.spring.boot.actuate;

import org.jspecify.annotations.NullMarked;
