// SPDX-License-Identifier: Apache-2.0
/**
 * Auto-configuration of the engine for Spring Boot. For applications: the customizer and the refresh; of an auto-configuration they
 * may name the class, to exclude it or to come before or after it, and nothing else.
 */
@NullMarked
package io.github.resilienthttp.spring.boot;

import org.jspecify.annotations.NullMarked;
