// SPDX-License-Identifier: Apache-2.0
package io.github.resilienthttp.architecture.planted.upward.gate;

public record Door(int number) {}
