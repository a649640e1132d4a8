// SPDX-License-Identifier: Apache-2.0
package io.github.resilienthttp.architecture.planted.leaky.meter;

import io.micrometer.core.instrument.Counter;

record Counts(Counter counter) {}
