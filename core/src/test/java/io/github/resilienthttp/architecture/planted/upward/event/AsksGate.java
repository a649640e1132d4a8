// SPDX-License-Identifier: Apache-2.0
package io.github.resilienthttp.architecture.planted.upward.event;

import io.github.resilienthttp.architecture.planted.upward.gate.Door;

public record AsksGate(Door door) {}
