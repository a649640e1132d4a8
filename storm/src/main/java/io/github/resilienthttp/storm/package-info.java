// SPDX-License-Identifier: Apache-2.0
/** What a policy does to a struggling server, in simulated time: the real engine against a modelled server. */
@NullMarked
package io.github.resilienthttp.storm;

import org.jspecify.annotations.NullMarked;
