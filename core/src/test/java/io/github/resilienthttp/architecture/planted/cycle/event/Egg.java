// SPDX-License-Identifier: Apache-2.0
package io.github.resilienthttp.architecture.planted.cycle.event;

import io.github.resilienthttp.architecture.planted.cycle.gate.Hen;

public record Egg(Hen layer) {}
