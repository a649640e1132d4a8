// SPDX-License-Identifier: Apache-2.0
/**
 * Pure: what an outcome means and what happens next. For applications: the closed sets of a report, and the
 * {@link io.github.resilienthttp.decision.Classifier}. The rules themselves are internal.
 */
@NullMarked
package io.github.resilienthttp.decision;

import org.jspecify.annotations.NullMarked;
