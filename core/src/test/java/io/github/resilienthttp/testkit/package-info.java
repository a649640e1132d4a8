// SPDX-License-Identifier: Apache-2.0
/** The test kit: a server that misbehaves to order on raw sockets, ports that refuse or swallow, and a probe for leaked threads. */
@NullMarked
package io.github.resilienthttp.testkit;

import org.jspecify.annotations.NullMarked;
