// SPDX-License-Identifier: Apache-2.0
package io.github.resilienthttp.spring.boot.architecture.planted.tangle.one;

import io.github.resilienthttp.spring.boot.architecture.planted.tangle.two.Egg;

public record Hen(Egg egg) {}
