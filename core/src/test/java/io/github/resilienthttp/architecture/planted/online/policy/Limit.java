// SPDX-License-Identifier: Apache-2.0
package io.github.resilienthttp.architecture.planted.online.policy;

public record Limit(int attempts) {}
