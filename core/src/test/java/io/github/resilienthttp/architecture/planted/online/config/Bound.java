// SPDX-License-Identifier: Apache-2.0
package io.github.resilienthttp.architecture.planted.online.config;

import io.github.resilienthttp.architecture.planted.online.policy.Limit;

public record Bound(Limit limit) {}
