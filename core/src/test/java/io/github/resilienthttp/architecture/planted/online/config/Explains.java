// SPDX-License-Identifier: Apache-2.0
package io.github.resilienthttp.architecture.planted.online.config;

import io.github.resilienthttp.architecture.planted.online.hint.Told;

public record Explains(Told told) {}
