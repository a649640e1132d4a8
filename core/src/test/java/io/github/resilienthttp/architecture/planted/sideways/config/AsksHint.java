// SPDX-License-Identifier: Apache-2.0
package io.github.resilienthttp.architecture.planted.sideways.config;

import io.github.resilienthttp.architecture.planted.sideways.hint.Told;

public record AsksHint(Told told) {}
