// SPDX-License-Identifier: Apache-2.0
/** Four published APIs as simulators on loopback: what each documents about its errors, and nothing more. */
@NullMarked
package io.github.resilienthttp.examples.upstreams;

import org.jspecify.annotations.NullMarked;
