// SPDX-License-Identifier: Apache-2.0
package io.github.resilienthttp.architecture.planted.sideways.call;

import io.github.resilienthttp.architecture.planted.sideways.config.AsksHint;

public record AsksConfig(AsksHint settings) {}
