// SPDX-License-Identifier: Apache-2.0
/** Auto-configuration of the engine for Spring Boot. */
@NullMarked
package io.github.resilienthttp.spring.boot;

import org.jspecify.annotations.NullMarked;
