// SPDX-License-Identifier: Apache-2.0
package io.github.resilienthttp.architecture.planted.sideways.hint;

public record Told(int seconds) {}
