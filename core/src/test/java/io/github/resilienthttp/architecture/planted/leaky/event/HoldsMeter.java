// SPDX-License-Identifier: Apache-2.0
package io.github.resilienthttp.architecture.planted.leaky.event;

import io.micrometer.core.instrument.MeterRegistry;

record HoldsMeter(MeterRegistry registry) {}
