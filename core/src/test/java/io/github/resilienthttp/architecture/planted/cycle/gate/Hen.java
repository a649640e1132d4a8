// SPDX-License-Identifier: Apache-2.0
package io.github.resilienthttp.architecture.planted.cycle.gate;

import io.github.resilienthttp.architecture.planted.cycle.event.Egg;

public record Hen(Egg egg) {}
