// SPDX-License-Identifier: Apache-2.0
package io.github.resilienthttp.architecture.planted.names.policy;

public record Implied(int utilization) {}
