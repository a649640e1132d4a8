// SPDX-License-Identifier: Apache-2.0
package io.github.resilienthttp.architecture.planted.leaky.json;

import tools.jackson.core.JsonParser;

public record Parses(JsonParser parser) {}
