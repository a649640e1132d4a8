// SPDX-License-Identifier: Apache-2.0
package io.github.resilienthttp.architecture.planted.leaky.call;

import io.github.resilience4j.retry.Retry;

public record HoldsRetry(Retry retry) {}
