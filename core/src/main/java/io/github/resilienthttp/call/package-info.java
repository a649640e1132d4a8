// SPDX-License-Identifier: Apache-2.0
/**
 * The machine of one logical call, and the drivers that interpret its steps. For applications: the settings of a request
 * ({@link io.github.resilienthttp.call.CallOptions}) and what a call that was not sent ends with
 * ({@link io.github.resilienthttp.call.CallRefusedException}). For adapters: an {@link io.github.resilienthttp.call.Exchange} or
 * {@link io.github.resilienthttp.call.AsyncExchange}, and {@link io.github.resilienthttp.call.Failures}.
 */
@NullMarked
package io.github.resilienthttp.call;

import org.jspecify.annotations.NullMarked;
