// SPDX-License-Identifier: Apache-2.0
/** What a policy does to a struggling server, as a table, JSON lines, CSV and a plot. */
@NullMarked
package io.github.resilienthttp.examples.storm;

import org.jspecify.annotations.NullMarked;
