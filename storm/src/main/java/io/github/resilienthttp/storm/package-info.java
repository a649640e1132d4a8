// SPDX-License-Identifier: Apache-2.0
/**
 * What a policy does to a struggling server, in simulated time: the real engine against a modelled server. For tests of
 * applications, which begin at {@link io.github.resilienthttp.storm.StormAssertions}.
 */
@NullMarked
package io.github.resilienthttp.storm;

import org.jspecify.annotations.NullMarked;
