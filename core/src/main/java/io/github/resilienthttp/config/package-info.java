// SPDX-License-Identifier: Apache-2.0
/** Reading a configuration from {@code .properties}: the impure side of {@code policy}. */
@NullMarked
package io.github.resilienthttp.config;

import org.jspecify.annotations.NullMarked;
