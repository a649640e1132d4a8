// SPDX-License-Identifier: Apache-2.0
/**
 * The front door: named clients, built in code or from properties. For applications; what is for adapters says so.
 */
@NullMarked
package io.github.resilienthttp;

import org.jspecify.annotations.NullMarked;
