// SPDX-License-Identifier: Apache-2.0
package io.github.resilienthttp.architecture.planted.sideways.meter;

import io.github.resilienthttp.architecture.planted.sideways.policy.Limit;

public record AsksLimit(Limit limit) {}
