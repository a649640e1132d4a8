// SPDX-License-Identifier: Apache-2.0
/** Reading a configuration from {@code .properties}: the impure side of {@code policy}. For tools that read one without using it. */
@NullMarked
package io.github.resilienthttp.config;

import org.jspecify.annotations.NullMarked;
