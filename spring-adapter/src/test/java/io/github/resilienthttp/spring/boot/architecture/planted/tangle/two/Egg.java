// SPDX-License-Identifier: Apache-2.0
package io.github.resilienthttp.spring.boot.architecture.planted.tangle.two;

import io.github.resilienthttp.spring.boot.architecture.planted.tangle.one.Hen;

public record Egg(Hen hen) {}
