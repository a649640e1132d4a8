// SPDX-License-Identifier: Apache-2.0
package io.github.resilienthttp.architecture.planted.unknown.cellar;

public record Stranger(int age) {}
