// SPDX-License-Identifier: Apache-2.0
/**
 * Pure: the configuration of a client as records, its defaults, validation, worst case and one-line plan. For applications; the
 * table of keys and its binding are for hosts that read a configuration from elsewhere, and may change.
 */
@NullMarked
package io.github.resilienthttp.policy;

import org.jspecify.annotations.NullMarked;
