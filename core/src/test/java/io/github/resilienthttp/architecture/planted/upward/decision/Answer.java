// SPDX-License-Identifier: Apache-2.0
package io.github.resilienthttp.architecture.planted.upward.decision;

public record Answer(int value) {}
