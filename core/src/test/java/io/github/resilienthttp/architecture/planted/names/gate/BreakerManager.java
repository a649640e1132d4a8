// SPDX-License-Identifier: Apache-2.0
package io.github.resilienthttp.architecture.planted.names.gate;

public record BreakerManager(int count) {}
