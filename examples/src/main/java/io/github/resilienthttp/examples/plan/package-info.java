// SPDX-License-Identifier: Apache-2.0
/** What a configuration will do, worked out by the rules themselves, without sending. */
@NullMarked
package io.github.resilienthttp.examples.plan;

import org.jspecify.annotations.NullMarked;
