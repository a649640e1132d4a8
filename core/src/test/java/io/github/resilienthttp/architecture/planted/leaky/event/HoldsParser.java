// SPDX-License-Identifier: Apache-2.0
package io.github.resilienthttp.architecture.planted.leaky.event;

import tools.jackson.core.JsonParser;

public record HoldsParser(JsonParser parser) {}
