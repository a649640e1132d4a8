// SPDX-License-Identifier: Apache-2.0
/**
 * The contract: what every adapter shows to the outside, said once, against a scripted server. An adapter extends each of
 * {@link io.github.resilienthttp.contract.Contracts#ALL} in a top-level class that names one {@link
 * io.github.resilienthttp.contract.AdapterKind}.
 */
@NullMarked
package io.github.resilienthttp.contract;

import org.jspecify.annotations.NullMarked;
