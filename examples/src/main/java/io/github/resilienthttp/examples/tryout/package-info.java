// SPDX-License-Identifier: Apache-2.0
/** Real requests through a policy, and what is told of them. */
@NullMarked
package io.github.resilienthttp.examples.tryout;

import org.jspecify.annotations.NullMarked;
