// SPDX-License-Identifier: Apache-2.0
/** The command-line program: see a policy at work before it is shipped. */
@NullMarked
package io.github.resilienthttp.examples;

import org.jspecify.annotations.NullMarked;
