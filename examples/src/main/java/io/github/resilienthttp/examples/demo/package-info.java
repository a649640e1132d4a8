// SPDX-License-Identifier: Apache-2.0
/** The four upstreams under load, with faults that come and go. */
@NullMarked
package io.github.resilienthttp.examples.demo;

import org.jspecify.annotations.NullMarked;
